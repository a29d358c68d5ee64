import type { GridLook } from '@/components/library/grid/density'
import type { ClipRow, LaidItem, Layout } from '@/components/library/grid/layout'
import { tileRatio } from '@/components/library/grid/tile-shape'

/** Where a key leads, and the column it keeps to on its way up or down, px. */
export interface Move {
  to: number
  column: number | null
}

export interface Place {
  layout: Layout
  look: GridLook
  /** The clip the key is pressed on. */
  at: number
  /** The column of earlier steps up or down; null after any other. */
  column: number | null
  /** What can be seen at once, px. */
  page: number
}

/** The clip a key leads to from another; null for a key that does not move, or that leads nowhere. */
export function moveByKey(key: string, place: Place): Move | null {
  const { layout, at } = place
  const last = layout.rows.findLast((row) => row.kind === 'clips')
  if (last === undefined) return null
  const to = (index: number) => (index === at || index < 0 || index >= last.end ? null : { to: index, column: null })
  switch (key) {
    case 'ArrowLeft':
      return to(at - 1)
    case 'ArrowRight':
      return to(at + 1)
    case 'Home':
      return to(0)
    case 'End':
      return to(last.end - 1)
    case 'ArrowUp':
    case 'PageUp':
      return vertical(place, -1, key === 'PageUp')
    case 'ArrowDown':
    case 'PageDown':
      return vertical(place, 1, key === 'PageDown')
    default:
      return null
  }
}

function vertical(place: Place, step: 1 | -1, byPage: boolean): Move | null {
  const { layout, look, at } = place
  const from = rowOf(layout, at)
  const row = layout.rows[from]
  if (row?.kind !== 'clips') return null
  const column = place.column ?? centre(layout.items, row, look, at)
  const target = byPage ? rowAPageOn(layout, from, step, place.page) : rowBeside(layout, from, step)
  return target === null ? null : { to: nearest(layout.items, target, look, column), column }
}

/** The row of a clip, as an index; −1 where it has none yet. */
export function rowOf({ rows }: Layout, at: number): number {
  let low = 0
  let high = rows.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    // A heading stands before the clips of its day.
    const row = rows[middle]
    const clips = row?.kind === 'clips' ? row : rows[middle + 1]
    if (clips?.kind !== 'clips' || at < clips.first) high = middle - 1
    else if (at >= clips.end) low = middle + 1
    else return row?.kind === 'clips' ? middle : middle + 1
  }
  return -1
}

function rowBeside({ rows }: Layout, from: number, step: 1 | -1): ClipRow | null {
  for (let at = from + step; at >= 0 && at < rows.length; at += step) {
    const row = rows[at]
    if (row?.kind === 'clips') return row
  }
  return null
}

/** The farthest row within a page; the next one where none is. */
function rowAPageOn(layout: Layout, from: number, step: 1 | -1, page: number): ClipRow | null {
  const top = layout.rows[from]?.top ?? 0
  let found = rowBeside(layout, from, step)
  for (let at = from + step; at >= 0 && at < layout.rows.length; at += step) {
    const row = layout.rows[at]
    if (!row || Math.abs(row.top - top) > page) break
    if (row.kind === 'clips') found = row
  }
  return found
}

/** The middle of a clip in its row, px from the left. */
function centre(items: readonly LaidItem[], row: ClipRow, look: GridLook, wanted: number): number {
  let left = 0
  for (let at = row.first; at < wanted; at++) left += width(items, row, at) + look.gap
  return left + width(items, row, wanted) / 2
}

function nearest(items: readonly LaidItem[], row: ClipRow, look: GridLook, column: number): number {
  let best = row.first
  let left = 0
  let distance = Number.POSITIVE_INFINITY
  for (let at = row.first; at < row.end; at++) {
    const own = width(items, row, at)
    const off = Math.abs(left + own / 2 - column)
    if (off < distance) [best, distance] = [at, off]
    left += own + look.gap
  }
  return best
}

const width = (items: readonly LaidItem[], row: ClipRow, at: number) => tileRatio(items[at]?.clip ?? null) * row.picture
