/**
 * The day a moment belongs to where the person lives: `2026-11-24`.
 * @param at ms since 1970
 * @param timeZone IANA name; null is where the studio runs
 */
export function dayOf(at: number, timeZone: string | null): string {
  return new Intl.DateTimeFormat('en-CA', { ...zone(timeZone), dateStyle: 'short' }).format(at)
}

/** Whether a text names a time zone this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** The same calendar, `days` later (or earlier, when negative). */
export function shiftDay(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/**
 * When a day begins where the person lives, ms since 1970; where the clock skips midnight, when it has.
 * @param days so many days later
 */
export function startOfDay(day: string, timeZone: string | null, days = 0): number {
  const midnight = Date.parse(`${shiftDay(day, days)}T00:00:00Z`)
  const first = midnight - offsetAt(midnight, timeZone)
  // The clock may have been changed between the two.
  const second = midnight - offsetAt(first, timeZone)
  return dayOf(second, timeZone) < shiftDay(day, days) ? first : second
}

/** How far the clocks there are ahead of UTC, ms. */
function offsetAt(at: number, timeZone: string | null): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    ...zone(timeZone),
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
    hourCycle: 'h23',
  }).formatToParts(at)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - at
}

const zone = (timeZone: string | null) => (timeZone === null ? {} : { timeZone })
