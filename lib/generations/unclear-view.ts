import type { GenerationState } from '@/lib/generations/state'

/** All there is to judge an unclear purchase by: `GET /api/generations/[id]/unclear`. Times are ms since 1970. */
export interface UnclearView {
  id: string
  state: GenerationState
  model: { id: string; name: string }
  prompt: string
  /** What it would have cost, µUSD; null where nobody tells a price. */
  quoteMicroUsd: number | null
  /** Every time it was sent, oldest first. */
  attempts: AttemptView[]
  /** What the vendor's usage history shows around the unclear request; what fits best comes first. */
  history: UsageNearView[]
  /** The part of the history that is looked at. */
  around: { from: number; to: number }
  /** Up to when the history was read; null when it never was. */
  readAt: number | null
  /** Whether the history was read past the moment when an entry for this request would stand in it. */
  readFarEnough: boolean
  /** Why the history can't be read now, as a sentence; null when it can. */
  problem: string | null
}

/** One time the paid request was sent. */
export interface AttemptView {
  number: number
  sentAt: number
  /** null: no answer was ever recorded. */
  answeredAt: number | null
  /** `queued`, `refused`, `policy`, `consent`, `limited`, `unsent` or `unclear`; null while there is no answer. */
  outcome: string | null
  status: number | null
  /** The beginning of what the vendor answered; shown as text. */
  excerpt: string | null
  /** What went wrong on the way. */
  cause: string | null
}

/** An entry of the vendor's usage history near the unclear request. */
export interface UsageNearView {
  id: number
  at: number
  sku: string
  /** Millionths of `currency`; negative is a charge, positive a refund or credit. */
  amountMicro: number
  currency: string
  /** The vendor's own note on it; may be empty. */
  notes: string
  sameModel: boolean
  /** Its charge is the quote. Only US dollars can be compared; false for other currencies. null: there was no quote. */
  sameAmount: boolean | null
  /** How long after the request was sent (negative: before). */
  apartMs: number
  /** The generation it was matched to; null when it belongs to none that is known here. */
  belongsTo: { id: string; prompt: string } | null
}
