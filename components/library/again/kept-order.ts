import { type Bought, buyTakes } from '@/components/library/again/buy-takes'
import { isOpen, type Order, orderAfter } from '@/components/library/again/order-words'
import { accountShown } from '@/components/shell/account-shown'
import { forgetUnanswered, keepUnanswered, readUnanswered } from '@/components/unanswered'
import { systemClock } from '@/lib/clock'
import type { Intent, SubmitResult } from '@/lib/generations/view'

interface KeptOrder extends Pick<Order, 'takes' | 'recorded' | 'left'> {
  /** Unix time, ms. */
  at: number
}

/** An order that is being recorded, whoever looks at it. */
export interface UnderWay {
  takes: number
  end: Promise<{ bought: Bought; after: Order }>
}

const underWay = new Map<string, UnderWay>()

/** The order of this generation that is being recorded now, also where it was given on a page that is gone. */
export const orderUnderWay = (fromId: string): UnderWay | undefined => underWay.get(fromId)

/**
 * Records what is left of an order. Its ids are kept until there is an answer: nothing is bought twice.
 * @param pressed what each take is, with the generation it makes again
 */
export function carryOrder(
  order: Order,
  pressed: Omit<Intent, 'id'> & { fromId: string },
  submit: (intent: Intent) => Promise<SubmitResult>,
): UnderWay {
  const { fromId } = pressed
  const wish = wishOf(fromId, pressed.accountId)
  keepOrder(wish, order)
  const end = buyTakes(pressed, order.left, submit).then((bought) => {
    underWay.delete(fromId)
    const after = orderAfter(order, bought)
    if (isOpen(after)) keepOrder(wish, after)
    else forgetUnanswered('again', wish)
    return { bought, after }
  })
  const started = { takes: order.left.length, end }
  underWay.set(fromId, started)
  return started
}

function keepOrder(wish: string, { takes, recorded, left }: Order): void {
  keepUnanswered<KeptOrder>('again', wish, { takes, recorded, left, at: systemClock() })
}

/** The order of this generation that has no answer, as a page that knows nothing of it finds it; null: there is none. */
export function readOrder(fromId: string): Order | null {
  const kept = readUnanswered('again', wishOf(fromId), isOrder, systemClock())
  if (!kept) return null
  const { takes, recorded, left } = kept
  return { takes, recorded, left, stop: { kind: 'unanswered' } }
}

export const forgetOrder = (fromId: string): void => forgetUnanswered('again', wishOf(fromId))

/**
 * An order without an answer, in the light of what the studio has recorded; any other as it is.
 * @param has whether the studio has a generation with this id
 */
export function withRecorded(order: Order, has: (id: string) => boolean): Order {
  if (!isOpen(order)) return order
  const left = order.left.filter((id) => !has(id))
  if (left.length === order.left.length) return order
  const recorded = order.recorded + order.left.length - left.length
  return left.length > 0
    ? { ...order, recorded, left }
    : { takes: order.takes, recorded, left, stop: null, hadArrived: true }
}

const wishOf = (fromId: string, accountId = accountShown()) => `${accountId} ${fromId}`

function isOrder(kept: object): kept is KeptOrder {
  const { takes, recorded, left } = kept as Partial<Record<string, unknown>>
  const numbers = typeof takes === 'number' && typeof recorded === 'number'
  return numbers && Array.isArray(left) && left.every((id) => typeof id === 'string')
}
