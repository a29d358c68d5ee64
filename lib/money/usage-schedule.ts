import type { UsageStanding } from '@/lib/money/usage-reading'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long after a job was bought the history is read for it: soon for the person, rarely for what is not found. */
export const READ_AFTER = [1, 4, 10, 30, 120, 360, 1440, 3 * 1440, 7 * 1440].map((minutes) => minutes * MINUTE)

/** What was bought longer ago is not asked about any more, ms. */
export const ASKED_FOR = 8 * DAY

/** Never more often than this, however many jobs wait for it, ms. */
const LEAST_GAP = MINUTE
/** After a reading that failed, ms. */
const TROUBLE_GAP = 10 * MINUTE
/** A permission that is missing is not likely to come by itself, ms. */
const NOT_PERMITTED_GAP = 6 * HOUR

/**
 * When the usage history should be read next, ms since 1970; null while nothing waits for it. Kept in no memory: it
 * follows from when jobs were bought and when the history was last read, so a restart changes nothing.
 * @param bought when the jobs that wait for it were bought
 */
export function nextReadAt(bought: readonly number[], standing: UsageStanding, now: number): number | null {
  const tried = triedBefore(standing, now)
  const waiting = bought.filter((at) => at <= now)
  // A reading that failed served nobody.
  if (standing.problem && tried !== null && waiting.length > 0) return earliestReadAt(standing, now)
  const moments = waiting.flatMap(
    (at) => READ_AFTER.map((after) => at + after).find((due) => tried === null || due > tried) ?? [],
  )
  if (moments.length === 0) return null
  return Math.max(earliestReadAt(standing, now), Math.min(...moments))
}

/** Before then it is not read, whatever waits for it; ms since 1970. */
export function earliestReadAt(standing: UsageStanding, now: number): number {
  const tried = triedBefore(standing, now)
  if (tried === null) return 0
  const { problem } = standing
  const gap = problem === null ? LEAST_GAP : problem.code === NOT_PERMITTED ? NOT_PERMITTED_GAP : TROUBLE_GAP
  return Math.max(tried + gap, Math.min(problem?.retryAt ?? 0, now + HOUR))
}

/** A reading, like a purchase, from the future was written while the clock was ahead: it does not count. */
const triedBefore = ({ triedAt }: UsageStanding, now: number) => (triedAt === null || triedAt > now ? null : triedAt)

/** The code of a reading that this key may not do. */
export const NOT_PERMITTED = 'venice-not-permitted'

/** A span of time, ms since 1970. */
export interface Span {
  from: number
  to: number
}

/** Apart by more than this, two spans are read by themselves, ms: a page holds the entries of many hours. */
const WORTH_SKIPPING = 6 * HOUR

/** As few spans as are worth asking for one by one, none of them past `now`. */
export function mergeSpans(spans: readonly Span[], now: number): Span[] {
  const merged: Span[] = []
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    if (from >= now) continue
    const last = merged.at(-1)
    if (last && from - last.to <= WORTH_SKIPPING) last.to = Math.max(last.to, Math.min(to, now))
    else merged.push({ from, to: Math.min(to, now) })
  }
  return merged
}
