import type { Order } from '@/components/library/again/order-words'
import { keepUnanswered, readUnanswered } from '@/components/query/unanswered'

interface KeptOrder extends Pick<Order, 'takes' | 'recorded' | 'left'> {
  /** The generation it makes again. */
  fromId: string
  /** Unix time, ms. */
  at: number
}

export const keepOrder = (order: KeptOrder | null): void => keepUnanswered('again', order)

/** The order of this generation that the page went away from before it was answered; null: there is none. */
export function readOrder(fromId: string, now: number): Order | null {
  const kept = readUnanswered('again', isOrder, now)
  return kept?.fromId === fromId ? { ...kept, stop: { kind: 'cut' } } : null
}

/**
 * What the page went away from, in the light of what the studio has recorded.
 * @param has whether the studio has a generation with this id
 */
export function withRecorded(order: Order, has: (id: string) => boolean): Order {
  const left = order.left.filter((id) => !has(id))
  const recorded = order.recorded + order.left.length - left.length
  return { ...order, recorded, left, stop: left.length === 0 ? null : order.stop }
}

function isOrder(kept: object): kept is KeptOrder {
  const { fromId, takes, recorded, left } = kept as Partial<Record<string, unknown>>
  const numbers = typeof takes === 'number' && typeof recorded === 'number'
  return numbers && typeof fromId === 'string' && Array.isArray(left) && left.every((id) => typeof id === 'string')
}
