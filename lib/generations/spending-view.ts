import type { LedgerKind } from '@/lib/generated/prisma/enums'
import type { Period } from '@/lib/generations/spending-period'
import type { GenerationState } from '@/lib/generations/state'
import type { ProjectView } from '@/lib/generations/view'

/** How the money of many generations stands, each counted on the day of its reserve. µUSD. */
export interface Sums {
  generations: number
  /** Charged, corrections included, without what came back. */
  charged: number
  /** Reserved and on its way, without what is uncertain. */
  held: number
  /** Perhaps charged: unclear answers, and refusals that don't say. */
  uncertain: number
  /** Of `charged`: paid, and the media is gone. */
  lost: number
  /** What came back. */
  refunded: number
  /** How many of them cost, or may have cost, an amount that nobody knows: the sums are without these. */
  unknown: number
}

/** All that the Spending screen shows of one period: `GET /api/spending?period=…`. Money is µUSD, days are the person's. */
export interface SpendingView {
  /** ms since 1970 */
  now: number
  /** 2026-11-24 */
  today: string
  /** IANA name of the place whose days these are. */
  timeZone: string
  period: { name: Period; from: string; to: string }
  /** The first day anything was made; null: nothing was. */
  firstDay: string | null
  rules: {
    /** null: nobody chose it; `timeZone` is where the studio runs. */
    timeZone: string | null
    dayCapMicroUsd: number | null
    generationCapMicroUsd: number | null
    askAboveMicroUsd: number | null
  }
  /** What is left of the day's cap; below 0 when more was spent than a cap set later allows. null: no cap. */
  dayLeftMicroUsd: number | null
  sums: { today: Sums; week: Sums; month: Sums; period: Sums }
  chart: SpendingChart
  models: ModelSpending[]
  projects: ProjectSpending[]
  states: StateSpending[]
  kept: KeptSpending
  /** Charges that the usage history shows in another currency than US dollars; never converted. */
  billedElsewhere: { currency: string; amountMicro: number; generations: number }[]
  unsettled: Unsettled
  history: HistoryReading
  /** Every project with its cap, for the whole time. */
  projectCaps: ProjectView[]
}

/** Bars of the period: a day, a week or a month each. */
export interface SpendingChart {
  unit: 'day' | 'week' | 'month'
  /** The models that cost most, at most four, dearest first. */
  series: { id: string; name: string }[]
  /** How many models the last part of each bar stands for. */
  others: number
  bars: SpendingBar[]
}

export interface SpendingBar {
  /** The first day of it. */
  from: string
  /** Charged by each of `series`, in its order. */
  charged: number[]
  others: number
  held: number
  uncertain: number
}

/** What a model's charges were quoted at and came to. */
export interface ModelSpending {
  id: string
  name: string
  /** Generations that were charged. */
  generations: number
  /** null: nobody tells a price for it. */
  quoted: number | null
  /** With corrections, before refunds. */
  charged: number
  /** How many of them the usage history confirms. */
  confirmed: number
  /** How many of them cost an amount that nobody knows: `charged` is without these. */
  unknown: number
}

/** null: made for no project. */
export interface ProjectSpending {
  id: string | null
  name: string | null
  sums: Sums
}

/** `state` stands for all that have the same word on screen. */
export interface StateSpending {
  state: GenerationState
  sums: Sums
}

/** What the starred clips cost, against their length. */
export interface KeptSpending {
  clips: number
  durationMs: number
  charged: number
}

/** Money nobody can say yet whether it is spent, of all days. */
export interface Unsettled {
  items: UnsettledItem[]
  /** How many more there are than are listed. */
  more: number
  heldMicroUsd: number
  uncertainMicroUsd: number
}

export interface UnsettledItem {
  id: string
  state: GenerationState
  title: string
  model: string
  /** null: nobody knows how much. */
  microUsd: number | null
  uncertain: boolean
  /** ms since 1970 */
  since: number
}

/** Whether the vendor's usage history could be read: charges are confirmed by it. */
export interface HistoryReading {
  /** Everything before it was read, ms since 1970; null: it never was. */
  readTo: number | null
  problem: string | null
}

/** One line of the ledger with the generation it belongs to. */
export interface LedgerRow {
  id: number
  kind: LedgerKind
  /** null: nobody knows the amount. */
  microUsd: number | null
  /** ms since 1970 */
  at: number
  /** `press`, `quote`, `answer`, `person` or `history`; null when it was not recorded. */
  basis: string | null
  generation: {
    id: string
    title: string
    state: GenerationState
    model: string
    /** null: nobody told a price. */
    quoteMicroUsd: number | null
    poster: string | null
    /** Its page is gone; the ledger stays. */
    deleted: boolean
    /** Nobody can say whether it was charged. */
    uncertain: boolean
  }
}

/** One page of the ledger, newest first: `GET /api/spending/ledger?period=…&entry=…&model=…&cursor=…`. */
export interface LedgerPage {
  rows: LedgerRow[]
  nextCursor: number | null
}
