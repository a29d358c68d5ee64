import type { Call, Room, Told } from '@/lib/generations/works'
import type { Rate } from '@/lib/venice/answers'

/** Requests of one kind in the vendor's minute. Times are ms since 1970. */
type RateWindow = {
  /** When the vendor's minute ends, as far as we know. */
  endsAt: number
  used: number
  /**
   * What was used in the minute before, as long as nobody told that a new one began: our clock may have jumped, or the
   * vendor's minute begins when it likes. It counts as if it belonged to this one.
   */
  before: number
  /** As the vendor's headers say; null until they did. */
  perMinute: number | null
  /** The vendor said no until then. */
  closedUntil: number | null
}

/** What is known of one key's limits. */
export type Budget = {
  queue: RateWindow
  retrieve: RateWindow
  /** When requests failed lately. */
  failures: number[]
}

/** VENICE: requests a minute and key, until the headers say so. */
const PER_MINUTE: Record<Call, number> = { queue: 40, retrieve: 120 }
const WINDOW = 60_000
/** A minute that ends later than this was written while the clock was ahead. The headers give whole seconds. */
const LATEST_END = WINDOW + 2000
/** Two ends this close are the same minute's. */
const SAME_END = 10_000
/** An answer from so close to the end may belong to the minute that is over. */
const NEAR_END = 2000
/** However long the vendor says no, it is asked once in a while; and a clock that was set back strands nothing. */
const LONGEST_CLOSED = 10 * WINDOW
/** Of a minute's retrieves so many may go at once; the rest is spread evenly, or jobs would wait for the next minute. */
const AT_ONCE = 5

/** VENICE: more than 20 failed requests in 30 s block the key. Calls that are not counted here may fail meanwhile. */
const MOST_FAILURES = 18
const FAILURE_WINDOW = 30_000
/** Another process may have as many under way as this one, and all may fail. */
const PROCESSES = 2
/** When too many are under way: how soon one of them may have been answered, ms. */
const SOON = 1000

const unused = (now: number): RateWindow => ({
  endsAt: now + WINDOW,
  used: 0,
  before: 0,
  perMinute: null,
  closedUntil: null,
})

/** Nothing was sent yet. */
export const newBudget = (now: number): Budget => ({ queue: unused(now), retrieve: unused(now), failures: [] })

/** How many calls there is room for now, of `most`; and when there is room again if there is none, ms since 1970. */
export function roomFor(budget: Budget, call: Call, now: number, underWay: number, most: number): Room {
  let left = budget
  for (let calls = 0; calls < most; calls++) {
    const taken = decideTake(left, call, now, underWay + calls)
    if (taken.budget === null) return { calls, at: calls > 0 ? now : taken.at }
    left = taken.budget
  }
  return { calls: most, at: now }
}

/**
 * Takes room for one call.
 * @param underWay calls of this process that were not answered yet: they may all fail
 * @returns the budget after it, or when there is room, ms since 1970
 */
export function decideTake(
  budget: Budget,
  call: Call,
  now: number,
  underWay: number,
): { budget: Budget } | { budget: null; at: number } {
  const current = settle(budget, now)
  const window = current[call]
  const at = Math.max(
    whenOpen(window, now),
    whenUnused(window, call, now),
    whenForgiven(budget.failures, now, underWay),
  )
  if (at > now) return { budget: null, at }
  return { budget: { ...current, [call]: { ...window, used: window.used + 1 } } }
}

/** The budget as it stands at this moment: the same one unless a minute is over, or the clock was set back. */
export function settle(budget: Budget, now: number): Budget {
  const [queue, retrieve] = [roll(budget.queue, now), roll(budget.retrieve, now)]
  return queue === budget.queue && retrieve === budget.retrieve ? budget : { ...budget, queue, retrieve }
}

/** The budget after a failed request of another kind. */
export function decideFailed(budget: Budget, now: number): Budget {
  return { ...budget, failures: [...recent(budget.failures, now), now] }
}

/**
 * The budget after what an answer told.
 * @param underWay such calls of this process that were not answered yet: the vendor may not have counted them
 */
export function decideAnswered(
  budget: Budget,
  call: Call,
  { failed, rate, closedUntil }: Told,
  now: number,
  underWay: number,
): Budget {
  const window = roll(budget[call], now)
  const adopted = rate ? adopt(window, call, rate, now, underWay) : window
  const closed = closedUntil === null ? adopted.closedUntil : Math.min(closedUntil, now + LONGEST_CLOSED)
  const after = { ...budget, [call]: { ...adopted, closedUntil: closed } }
  return failed ? decideFailed(after, now) : after
}

/** The window of this moment: at its end a new one begins, and what was used in the last counts until somebody tells. */
function roll(window: RateWindow, now: number): RateWindow {
  if (window.endsAt > now + LATEST_END) return { ...window, endsAt: now + WINDOW }
  if (window.endsAt > now) return window
  const next = window.endsAt + WINDOW
  return { ...window, endsAt: next > now ? next : now + WINDOW, used: 0, before: window.used }
}

/** The vendor's own count counts, with those of ours that it may not have seen yet. */
function adopt(window: RateWindow, call: Call, rate: Rate, now: number, underWay: number): RateWindow {
  const { limit, remaining } = rate
  const endsAt = Math.min(Math.max(rate.resetAt, now), now + LATEST_END)
  const told = { ...window, perMinute: limit }
  if (endsAt < now + NEAR_END) return { ...told, endsAt: Math.min(endsAt, window.endsAt) }
  const seen = Math.max(1, limit - remaining)
  const unseen = Math.max(window.used - 1, underWay)
  const ours = window.before === 0 ? window.used : Math.min(window.before + window.used, seen + unseen)
  const most = usual(told, call)
  return {
    ...told,
    endsAt: Math.abs(endsAt - window.endsAt) < SAME_END ? Math.min(endsAt, window.endsAt) : endsAt,
    used: Math.max(ours, Math.min(seen, most)),
    before: 0,
  }
}

const limitOf = (window: RateWindow, call: Call) => window.perMinute ?? PER_MINUTE[call]

/** A little under the limit: for what is on its way when a minute ends, and for the one that finds out how things stand. */
function usual(window: RateWindow, call: Call): number {
  const limit = limitOf(window, call)
  return Math.max(1, limit - Math.ceil(limit / 60))
}

function whenOpen({ closedUntil }: RateWindow, now: number): number {
  return closedUntil !== null && closedUntil <= now + LONGEST_CLOSED ? closedUntil : 0
}

function whenUnused(window: RateWindow, call: Call, now: number): number {
  const spent = window.used + window.before
  const findsOut = window.used === 0 && window.before > 0
  if (spent >= (findsOut ? limitOf(window, call) : usual(window, call))) return window.endsAt
  if (call === 'queue' || window.used < AT_ONCE) return now
  const share = (window.used - AT_ONCE) / (usual(window, call) - AT_ONCE)
  return window.endsAt - WINDOW + share * WINDOW
}

function whenForgiven(failures: readonly number[], now: number, underWay: number): number {
  const lately = recent(failures, now)
  const tooMany = lately.length + PROCESSES * underWay - MOST_FAILURES + 1
  if (tooMany <= 0) return now
  const forgiven = (lately[tooMany - 1] ?? Number.POSITIVE_INFINITY) + FAILURE_WINDOW
  return underWay > 0 ? Math.min(forgiven, now + SOON) : forgiven
}

/** Those of the half minute that counts. */
export const recent = (failures: readonly number[], now: number) =>
  failures.filter((at) => at > now - FAILURE_WINDOW && at <= now)
