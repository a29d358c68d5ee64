import type { RouteName } from '../routes'
import type { Fault, FaultOrder } from './schema'

/** What a fault can be matched by. */
export interface Facts {
  model?: string
  prompt?: string
  queueId?: string
  duration?: string
}

/** Faults that spoil the body wait for an answer that has one worth spoiling; the others strike the call itself. */
const SPOIL_THE_BODY: readonly Fault['kind'][] = ['cut-body', 'stall-body', 'drip', 'garbage-media', 'garbage-after']

/** The faults on order, oldest first. */
export class FaultBook {
  private orders: FaultOrder[] = []

  add(order: FaultOrder): void {
    this.orders.push({ ...order })
  }

  clear(): void {
    this.orders = []
  }

  list(): readonly FaultOrder[] {
    return this.orders
  }

  /** The fault for this call, counted off. Ask once for the `call`, and once more for the `body` it came to. */
  take(on: RouteName, facts: Facts, strikes: 'call' | 'body'): FaultOrder | undefined {
    for (const order of this.orders) {
      const spoils = SPOIL_THE_BODY.includes(order.fault.kind)
      if (order.on !== on || spoils !== (strikes === 'body') || !matches(order, facts)) continue
      if (order.skip > 0) {
        order.skip -= 1
        continue
      }
      order.times -= 1
      if (order.times === 0) this.orders = this.orders.filter((other) => other !== order)
      return order
    }
    return undefined
  }
}

function matches({ match }: FaultOrder, facts: Facts): boolean {
  if (match.model !== undefined && match.model !== facts.model) return false
  if (match.duration !== undefined && match.duration !== facts.duration) return false
  if (match.queueId !== undefined && match.queueId !== facts.queueId) return false
  return match.promptIncludes === undefined || (facts.prompt?.includes(match.promptIncludes) ?? false)
}
