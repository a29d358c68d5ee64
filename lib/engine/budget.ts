import type { RateBudget } from '@/lib/generations/works'

type Call = 'queue' | 'retrieve'

/** Requests a minute and key (VENICE: 40 and 120), a little under, since the vendor's minute begins when it likes. */
const PER_MINUTE: Record<Call, number> = { queue: 38, retrieve: 114 }
const WINDOW = 60_000

/** Keeps the vendor's limits over a sliding minute. In memory: after a restart the vendor's own 429 corrects it. */
export function createBudget(): RateBudget {
  const taken: Record<Call, number[]> = { queue: [], retrieve: [] }
  const closed: Record<Call, number> = { queue: 0, retrieve: 0 }
  return {
    take(call, now) {
      if (closed[call] > now) return closed[call]
      const recent = taken[call].filter((at) => at > now - WINDOW && at <= now)
      taken[call] = recent
      const oldest = recent[0]
      if (oldest !== undefined && recent.length >= PER_MINUTE[call]) return oldest + WINDOW
      recent.push(now)
      return 0
    },
    closeUntil(call, until) {
      closed[call] = Math.max(closed[call], until)
    },
  }
}
