import { barOf, barsOf, type DayRange, unitOf } from '@/lib/generations/spending-period'
import type { SpendingRow } from '@/lib/generations/spending-rows'
import type { ModelSpending, SpendingBar, SpendingChart } from '@/lib/generations/spending-view'

/** So many models can be told apart by their shade; the rest is one part. */
const SERIES = 4

/** The bars of a range: what each of the dearest models cost, the others together, what is held, and what is uncertain. */
export function chartOf(
  rows: readonly SpendingRow[],
  range: DayRange,
  models: readonly ModelSpending[],
): SpendingChart {
  const drawn = models.filter(({ charged }) => charged !== 0)
  const series = drawn.slice(0, SERIES).map(({ id, name }) => ({ id, name }))
  const unit = unitOf(range)
  const bars = new Map(barsOf(range, unit).map((from) => [from, emptyBar(from, series.length)]))
  const places = new Map(series.map(({ id }, place) => [id, place]))
  for (const row of rows) {
    const bar = bars.get(barOf(row.day, unit))
    if (bar) addTo(bar, row, places.get(row.modelId))
  }
  return { unit, series, others: drawn.length - series.length, bars: [...bars.values()] }
}

const emptyBar = (from: string, series: number): SpendingBar => ({
  from,
  charged: Array.from({ length: series }, () => 0),
  others: 0,
  held: 0,
  uncertain: 0,
})

function addTo(bar: SpendingBar, { standing, uncertain }: SpendingRow, place: number | undefined): void {
  const charged = standing.charged - standing.refunded
  if (place === undefined) bar.others += charged
  else bar.charged[place] = (bar.charged[place] ?? 0) + charged
  bar[uncertain ? 'uncertain' : 'held'] += standing.held
}
