import type { Layout } from '@/components/library/grid/layout'
import { rowOf } from '@/components/library/grid/move'

/** A clip in view, and how far the top of its row stands from the top of the window, px. */
export interface Anchor {
  id: string
  offset: number
}

/** So many clips may be gone from where somebody looks before the place is lost. */
const TRIES = 60

/**
 * The clips of the first row that is whole in view, with where it stands.
 * @param top of the grid in the window, px
 * @param line from where on rows are in view: under the bars that stay, px
 */
export function anchorsOf({ rows, items }: Layout, top: number, line: number): Anchor[] {
  const at = firstBelow(rows, line - top)
  const first = rows[at]?.kind === 'day' ? rows[at + 1] : rows[at]
  if (first?.kind !== 'clips') return []
  return items.slice(first.first, first.first + TRIES).map(({ id }) => ({ id, offset: top + first.top }))
}

/** Where the top of the row of a clip stands in the grid, px; null where it is not laid out. */
export function topOf(layout: Layout, at: number | undefined): number | null {
  if (at === undefined) return null
  return layout.rows[rowOf(layout, at)]?.top ?? null
}

function firstBelow(rows: Layout['rows'], line: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.top ?? 0) < line) low = middle + 1
    else high = middle
  }
  return low
}
