import { localDayKey } from '@/components/library/grid/day-words'

/** The person's day of a moment: `2026-09-14`. @param now ms since 1970 */
export const today = (now: number): string => localDayKey(now)

/** A day so many days before that of a moment; counted on the calendar, not by hours. */
export function dayBack(now: number, days: number): string {
  const date = new Date(now)
  date.setDate(date.getDate() - days)
  return localDayKey(date.getTime())
}

/** The first day of a moment's month. */
export function monthStart(now: number): string {
  const date = new Date(now)
  date.setDate(1)
  return localDayKey(date.getTime())
}
