import type { RateBudget } from '@/lib/generations/works'

type Call = 'queue' | 'retrieve'

/** Requests a minute and key (VENICE: 40 and 120), a little under, since the vendor's minute begins when it likes. */
const PER_MINUTE: Record<Call, number> = { queue: 38, retrieve: 114 }
const WINDOW = 60_000
/** No reset lies further off: a later time was written while the clock was ahead. */
const FURTHEST = 60 * WINDOW

/** The vendor blocks a key for 30 s after more than 20 failed requests in 30 s; other calls may fail meanwhile. */
const MOST_FAILURES = 18
const FAILURE_WINDOW = 30_000
/** A request that was not answered by then is not on its way any more. */
const LONGEST_CALL = 170_000

/** Keeps the vendor's limits over a sliding minute. In memory: after a restart the vendor's own 429 corrects it. */
export function createBudget(): RateBudget {
  const taken: Record<Call, number[]> = { queue: [], retrieve: [] }
  const closed: Record<Call, number> = { queue: 0, retrieve: 0 }
  let failures: number[] = []
  /** When those that may still turn out to fail were sent. */
  let underWay: number[] = []

  /** 0, or when what failed is far enough in the past. */
  function afterFailures(now: number): number {
    failures = failures.filter((at) => at > now - FAILURE_WINDOW && at <= now)
    underWay = underWay.filter((at) => at > now - LONGEST_CALL && at <= now)
    if (failures[0] === undefined || failures.length + underWay.length < MOST_FAILURES) return 0
    return failures[0] + FAILURE_WINDOW
  }

  function afterMinute(call: Call, now: number): number {
    taken[call] = taken[call].filter((at) => at > now - WINDOW && at <= now)
    const [oldest] = taken[call]
    return oldest !== undefined && taken[call].length >= PER_MINUTE[call] ? oldest + WINDOW : 0
  }

  return {
    take(call, now) {
      if (closed[call] > now && closed[call] <= now + FURTHEST) return closed[call]
      const later = Math.max(afterFailures(now), afterMinute(call, now))
      if (later > 0) return later
      taken[call].push(now)
      underWay.push(now)
      return 0
    },
    answered(failed, now) {
      underWay.shift()
      if (failed) failures.push(now)
    },
    closeUntil(call, until) {
      closed[call] = Math.max(closed[call], until)
    },
  }
}
