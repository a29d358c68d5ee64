import type { Rate } from '@/lib/venice/answers'
import type { Answered } from '@/lib/venice/exchange'
import { momentOf } from '@/lib/venice/retry-after'

/**
 * What the headers say of the limit this answer was counted under, or null. The reset is a moment of the vendor's
 * clock: it is told from the answer's own `date`, so that it holds however wrong our clock is; a second late at most,
 * since `date` has whole seconds.
 */
export function rateOf(answer: Pick<Answered, 'header'>, now: number): Rate | null {
  const limit = countOf(answer.header('x-ratelimit-limit-requests'))
  const remaining = countOf(answer.header('x-ratelimit-remaining-requests'))
  const date = Date.parse(answer.header('date') ?? '')
  const vendorNow = Number.isNaN(date) ? now : date
  const reset = momentOf(answer.header('x-ratelimit-reset-requests'), vendorNow)
  if (limit === null || limit === 0 || remaining === null || reset === null) return null
  return { limit, remaining: Math.min(remaining, limit), resetAt: now + Math.max(0, reset - vendorNow) }
}

function countOf(text: string | null): number | null {
  const count = Number(text)
  return text !== null && text.trim() !== '' && Number.isSafeInteger(count) && count >= 0 ? count : null
}
