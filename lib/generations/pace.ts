const SECOND = 1000
const MINUTE = 60 * SECOND
/** Whatever average the vendor tells: media live there for a day only. */
const LONGEST_QUIET = 10 * MINUTE

/**
 * When to ask for a job again, ms since 1970. The vendor's average is a P80: before two fifths of it hardly anything is
 * done, so nothing is asked; then steadily, and ever more rarely for a job that runs far past the usual.
 * @param acceptedAt ms since 1970
 * @param averageMs the vendor's `average_execution_time`, null while unknown
 */
export function nextAskAt(now: number, acceptedAt: number, averageMs: number | null): number {
  const elapsed = Math.max(0, now - acceptedAt)
  if (averageMs === null) return now + clamp(elapsed / 8, 2 * SECOND, 15 * SECOND)
  const quiet = Math.min(acceptedAt + 0.4 * averageMs, now + LONGEST_QUIET)
  // Shorter jobs than real ones (a sandbox run fast) are asked for at their own scale.
  const steady = averageMs < 20 * SECOND ? clamp(averageMs / 5, 400, 4 * SECOND) : Math.max(4 * SECOND, averageMs / 12)
  const late = elapsed > 1.5 * averageMs ? elapsed / 12 : 0
  return Math.round(Math.max(quiet, now + Math.min(Math.max(steady, late), 2 * MINUTE)))
}

/** How long to wait after the nth failure in a row, ms: 5 s doubling to 5 minutes. */
export function backoffMs(failures: number): number {
  return Math.min(5 * SECOND * 2 ** Math.min(failures, 10), 5 * MINUTE)
}

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high)
