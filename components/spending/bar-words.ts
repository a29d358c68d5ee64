import { dayWords, monthYearWords, weekdayWords } from '@/components/spending/day-words'
import type { SpendingBar, SpendingChart } from '@/lib/generations/spending-view'
import { formatUsd } from '@/lib/money/format'

/** One part of the bars: a model, the others, what is held, what is uncertain. */
export interface BarPart {
  key: string
  name: string
  /** How it is drawn: a step of the chart's scale, or a hatch. */
  ink: 1 | 2 | 3 | 4 | 5 | 'held' | 'risk'
  amountOf: (bar: SpendingBar) => number
}

const STEPS = [1, 2, 3, 4] as const

/** The parts of the bars from the ground up; those that are nowhere are left out. */
export function partsOf({ series, others, bars }: SpendingChart): BarPart[] {
  const models = series.map(
    ({ id, name }, place): BarPart => ({
      key: id,
      name,
      ink: STEPS[place] ?? 5,
      amountOf: (bar) => bar.charged[place] ?? 0,
    }),
  )
  const rest: BarPart[] = [
    { key: 'others', name: othersWords(others), ink: 5, amountOf: (bar) => bar.others },
    { key: 'held', name: 'Held', ink: 'held', amountOf: (bar) => bar.held },
    { key: 'uncertain', name: 'Uncertain', ink: 'risk', amountOf: (bar) => bar.uncertain },
  ]
  return [...models, ...rest.filter(({ amountOf }) => bars.some((bar) => amountOf(bar) !== 0))]
}

/** `11 others`, `1 other` */
export const othersWords = (count: number) => `${count} ${count === 1 ? 'other' : 'others'}`

/** All of a bar, µUSD. */
export const totalOf = (bar: SpendingBar) =>
  bar.charged.reduce((sum, one) => sum + one, bar.others + bar.held + bar.uncertain)

/** Which bar it is, in a line of its own: `Today`, `Tue 24 Nov`, `Week of 23 Nov`, `Nov 2026`. */
export function barName(from: string, unit: SpendingChart['unit'], today: string): string {
  if (unit === 'day') return from === today ? `Today, ${dayWords(from, today)}` : weekdayWords(from, today)
  return unit === 'week' ? `Week of ${dayWords(from, today)}` : monthYearWords(from)
}

/** The same under the bar, as short as it can be: the month only where it begins. */
export function barLabel(from: string, place: number, unit: SpendingChart['unit'], today: string): string {
  if (unit === 'month') return monthYearWords(from)
  if (from === today) return 'Today'
  const day = Number(from.slice(8))
  const firstOfMonth = unit === 'day' ? day === 1 : day <= 7
  return place === 0 || firstOfMonth ? dayWords(from, today) : String(day)
}

/** A bar in words: `Tue 24 Nov: $3.85. LTX Video $1.40, Kling $0.96, Held $0.35.` */
export function barWords(bar: SpendingBar, parts: readonly BarPart[], name: string): string {
  const said = parts.filter(({ amountOf }) => amountOf(bar) !== 0)
  if (said.length === 0) return `${name}: nothing.`
  return `${name}: ${formatUsd(totalOf(bar))}. ${said.map((part) => `${part.name} ${formatUsd(part.amountOf(bar))}`).join(', ')}.`
}
