/** What may stand in the usage history for one job. Times are ms since 1970. */
export interface Claim {
  /** The generation. */
  id: string
  /** The names its model goes by. */
  models: readonly string[]
  /** The price it is looked for at: the quote; of a refund, what was charged. µUSD; null: nobody knows it. */
  microUsd: number | null
  /** What is known to have been billed, when the price is not in dollars: a refund gives back just that. */
  billed?: { amountMicro: number; currency: string } | null
  /** When it was bought. */
  at: number
  /** When it was asked for, where that may be long before; left out: at once. */
  sentAt?: number
  /** No entry of it is earlier than this … */
  from: number
  /** … or later. */
  to: number
  /**
   * `certain`: there is an entry for it. `perhaps`: there may be one, and if so it settles the question.
   * `unclear`: there may be one, but only the person settles it; it keeps what could be its own from others.
   */
  kind: 'certain' | 'perhaps' | 'unclear'
}

/** An entry of the usage history that belongs to nothing yet. */
export interface HistoryEntry {
  id: number
  sku: string
  /** What was charged, or for a refund what came back: positive millionths of `currency`. */
  amountMicro: number
  currency: string
  at: number
  /** The price in dollars as the entry tells it, whatever currency was billed; µUSD. */
  priceMicroUsd: number | null
}

/** An entry that belongs to a job, whichever way identical ones are paired. */
export interface Match {
  claim: Claim
  entry: HistoryEntry
}

/** The price an entry was billed at, µUSD: its amount where that is dollars, never converted; null when it is not told. */
export function priceOf(entry: HistoryEntry): number | null {
  return entry.currency === 'USD' ? entry.amountMicro : entry.priceMicroUsd
}

/** Whether an entry is what is looked for, at the very price. */
export function sameMoney(claim: Claim, entry: HistoryEntry): boolean {
  const { billed } = claim
  if (billed) return billed.currency === entry.currency && billed.amountMicro === entry.amountMicro
  return claim.microUsd !== null && priceOf(entry) === claim.microUsd
}

/** What distinguishes entries as money: two of the same value may change places. */
export const moneyOf = ({ currency, amountMicro }: HistoryEntry) => `${amountMicro} ${currency}`
