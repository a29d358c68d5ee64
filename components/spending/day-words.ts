import { dayOf } from '@/lib/money/day'

// Written out and not left to Intl: server and browser may know other names for the same month, and both draw the page.
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** `24 Nov`, with the year where it is not this one. @param day 2026-11-24 */
export function dayWords(day: string, today: string): string {
  const words = `${dateOf(day).getUTCDate()} ${shortMonth(day)}`
  return day.slice(0, 4) === today.slice(0, 4) ? words : `${words} ${day.slice(0, 4)}`
}

/** `Tue 24 Nov` */
export const weekdayWords = (day: string, today: string) => `${weekday(day)} ${dayWords(day, today)}`

/** `Tue` */
export const weekday = (day: string) => WEEKDAYS[dateOf(day).getUTCDay()] ?? ''

/** `November` */
export const monthWords = (day: string) => MONTHS[dateOf(day).getUTCMonth()] ?? ''

/** `Nov 2026` */
export const monthYearWords = (day: string) => `${shortMonth(day)} ${day.slice(0, 4)}`

/** How many days from one to another, both counted. */
export const daysBetween = (from: string, to: string) =>
  Math.round((dateOf(to).getTime() - dateOf(from).getTime()) / 86_400_000) + 1

/** A moment where the person's days are: `14:06`, or with seconds. @param at ms since 1970 */
export function clockOf(at: number, timeZone: string, seconds = false): string {
  const second = seconds ? { second: '2-digit' as const } : {}
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', ...second }).format(at)
}

/** A moment of the past: the clock where it was today, else its day before it. */
export function momentWords(at: number, timeZone: string, today: string): string {
  const day = dayOf(at, timeZone)
  return day === today ? clockOf(at, timeZone, true) : `${dayWords(day, today)} ${clockOf(at, timeZone)}`
}

const dateOf = (day: string) => new Date(`${day}T00:00:00Z`)
const shortMonth = (day: string) => monthWords(day).slice(0, 3)
