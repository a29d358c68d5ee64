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

const zone = (timeZone: string | null) => (timeZone === null ? {} : { timeZone })
