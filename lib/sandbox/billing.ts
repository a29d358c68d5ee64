import { z } from 'zod'
import { SECOND } from './clock'
import { unitPair } from './seed'
import type { LedgerLine } from './store/ledger'

export const CURRENCIES = ['USD', 'DIEM', 'BUNDLED_CREDITS'] as const

export type Currency = (typeof CURRENCIES)[number]

/** What one dollar is in each currency. Uneven on purpose: who converts by guess is found out. */
export const PER_USD: Record<Currency, number> = { USD: 1, DIEM: 0.9, BUNDLED_CREDITS: 110 }

/** What the control path may order about billing; what is left out stays as it is. */
export const billingOrder = z.strictObject({
  /** What jobs are billed in from now on. */
  currency: z.enum(CURRENCIES).optional(),
  /** What is charged from now on, by the quoted price. */
  factor: z.number().positive().optional(),
  /** How long an entry takes to show in the history, at speed 1. */
  delayMs: z.number().min(0).optional(),
  /** Whether the key may read the history. */
  permitted: z.boolean().optional(),
  /** Whether the provider's refusals say what became of the money. */
  tellsRefunds: z.boolean().optional(),
  /** Somebody else buys with the same key. */
  stranger: z.strictObject({ model: z.string(), usd: z.number(), agoMs: z.number().min(0).default(0) }).optional(),
})

export type BillingOrder = z.infer<typeof billingOrder>

/** How this sandbox bills, and how well it tells. */
export class Billing {
  currency: Currency = 'USD'
  factor = 1
  delayMs = 4 * SECOND
  permitted = true
  tellsRefunds = true
  readonly strangers: LedgerLine[] = []

  /** @param now ms since 1970 */
  order({ stranger, ...rest }: BillingOrder, now: number): void {
    Object.assign(this, rest)
    if (!stranger) return
    const { model, usd, agoMs } = stranger
    const name = `stranger-${this.strangers.length + 1}`
    this.strangers.push({
      at: new Date(now - agoMs).toISOString(),
      kind: usd < 0 ? 'refund' : 'charge',
      queueId: name,
      model,
      microUsd: Math.abs(Math.round(usd * 1e6)),
      requestId: name,
      bodyHash: '',
    })
  }

  /** Whether a line shows in the history. Not every one takes as long: a later one may show before an earlier one. */
  shows(line: LedgerLine, now: number, speed: number): boolean {
    const [draw] = unitPair(line.requestId)
    return now >= Date.parse(line.at) + ((0.5 + draw) * this.delayMs) / speed
  }
}
