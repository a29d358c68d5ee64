import type { Answered } from '@/lib/venice/exchange'

/** A server's clock may differ from ours by this much before we distrust one of them, ms. */
const SAME_CLOCK = 60_000
/** No limit of this API lasts longer; a wrong header must not silence a job, ms. */
const LONGEST_WAIT = 3_600_000

/**
 * When to ask again, ms since 1970, or null. `x-ratelimit-reset-requests` is a Unix time and stands on every answer,
 * so it counts on a 429 only; `retry-after` is seconds or a date (RFC 9110).
 */
export function retryAtOf(answer: Pick<Answered, 'status' | 'header'>, now: number): number | null {
  const serverNow = clockOf(answer, now)
  const reset = answer.status === 429 ? answer.header('x-ratelimit-reset-requests') : null
  const at = momentOf(reset, serverNow) ?? momentOf(answer.header('retry-after'), serverNow)
  if (at === null) return null
  return now + Math.min(Math.max(at - serverNow, 0), LONGEST_WAIT)
}

/** The server's own time where it is far from ours: its moments are meant on its clock. */
function clockOf(answer: Pick<Answered, 'header'>, now: number): number {
  const date = Date.parse(answer.header('date') ?? '')
  return Math.abs(date - now) > SAME_CLOCK ? date : now
}

/** A moment as headers give it, ms since 1970, or null. */
export function momentOf(text: string | null, serverNow: number): number | null {
  if (text === null || text.trim() === '') return null
  const number = Number(text)
  if (Number.isNaN(number)) {
    const date = Date.parse(text)
    return Number.isNaN(date) ? null : date
  }
  if (number < 0) return null
  // Milliseconds, seconds since 1970, or seconds from now, told apart by size.
  if (number >= 1e12) return number
  return number >= 1e9 ? number * 1000 : serverNow + number * 1000
}
