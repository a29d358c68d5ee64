import { shiftDay } from '@/lib/money/day'

/** What part of the past is looked at, as it stands in the address. */
export const PERIODS = ['7', '14', 'month', 'all'] as const
export type Period = (typeof PERIODS)[number]

/** Days from and to, both included. */
export interface DayRange {
  from: string
  to: string
}

/** The period an address names; 14 days when it names none. */
export function readPeriod(asked: unknown): Period {
  return PERIODS.find((period) => period === asked) ?? '14'
}

/** The days of a period that ends today. @param first the first day anything was made; null: nothing was */
export function rangeOf(period: Period, today: string, first: string | null): DayRange {
  switch (period) {
    case '7':
      return { from: shiftDay(today, -6), to: today }
    case '14':
      return { from: shiftDay(today, -13), to: today }
    case 'month':
      return { from: monthOf(today), to: today }
    case 'all':
      return { from: first !== null && first < today ? first : today, to: today }
  }
}

/** The Monday of a day's week. */
export function weekOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return shiftDay(day, -((weekday + 6) % 7))
}

/** The first day of a day's month. */
export const monthOf = (day: string) => `${day.slice(0, 7)}-01`

/** How many bars fit beside each other and can still be told apart. */
const MOST_BARS = 62

/** What one bar stands for, so that they stay readable. */
export function unitOf({ from, to }: DayRange): 'day' | 'week' | 'month' {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  if (days <= MOST_BARS) return 'day'
  return days <= MOST_BARS * 7 ? 'week' : 'month'
}

/** The first day of the bar a day belongs to. */
export function barOf(day: string, unit: 'day' | 'week' | 'month'): string {
  return unit === 'day' ? day : unit === 'week' ? weekOf(day) : monthOf(day)
}

/** The first days of all bars of a range, oldest first, also of those with nothing in them. */
export function barsOf(range: DayRange, unit: 'day' | 'week' | 'month'): string[] {
  const bars: string[] = []
  for (let bar = barOf(range.from, unit); bar <= range.to; bar = nextBar(bar, unit)) bars.push(bar)
  return bars
}

function nextBar(bar: string, unit: 'day' | 'week' | 'month'): string {
  if (unit !== 'month') return shiftDay(bar, unit === 'day' ? 1 : 7)
  return monthOf(shiftDay(bar, 31))
}
