import { type KeyboardEvent, useRef } from 'react'
import type { GridLook } from '@/components/library/grid/density'
import type { Layout } from '@/components/library/grid/layout'
import { moveByKey } from '@/components/library/grid/move'
import { clearPicked, gridState, pickOnly, sendTo, togglePicked } from '@/components/library/selection/grid-store'
import type { LibraryItem } from '@/lib/library/view'

/** What keys do with clips; each is told which. */
export interface GridVerbs {
  look: (item: LibraryItem) => void
  details: () => void
  star: (items: readonly LibraryItem[]) => void
  rate: (items: readonly LibraryItem[], rating: number | null) => void
  remove: (items: readonly LibraryItem[]) => void
  compare: () => void
  selectAll: () => void
  /** Esc, when nothing is selected. */
  leave: () => void
}

interface GridKeys {
  items: readonly LibraryItem[]
  layout: Layout
  look: GridLook
  placeOf: (id: string | null) => number | undefined
  verbs: GridVerbs
}

/** Bars that stay take this much of the window, px. */
const BARS = 200

/** The keyboard inside the grid: two dimensions, and a key for each thing that is done to clips. */
export function useGridKeys({ items, layout, look, placeOf, verbs }: GridKeys) {
  const column = useRef<number | null>(null)

  function move(event: KeyboardEvent, at: number): boolean {
    const page = Math.max(look.base, window.innerHeight - BARS)
    const moved = moveByKey(event.key, { layout, look, at, column: column.current, page })
    const target = moved && items[moved.to]
    if (!moved || !target) return false
    column.current = moved.column
    sendTo(target.id, event.shiftKey)
    if (event.shiftKey) pickOnly(rangeTo(items, placeOf(gridState().anchor) ?? at, moved.to))
    return true
  }

  function act(event: KeyboardEvent, item: LibraryItem): boolean {
    const held = event.ctrlKey || event.metaKey
    const key = event.key.toLowerCase()
    if (key === ' ') held ? togglePicked(item) : verbs.look(item)
    else if (held && key === 'a') verbs.selectAll()
    else if (held || event.altKey) return false
    else if (key === 'x') togglePicked(item)
    else if (key === 'f') verbs.star(meant(item))
    else if (/^[0-5]$/.test(key)) verbs.rate(meant(item), key === '0' ? null : Number(key))
    else if (key === 'i') verbs.details()
    else if (key === 'c') verbs.compare()
    else if (key === 'delete' || key === 'backspace') verbs.remove(meant(item))
    else if (key === 'escape') gridState().picked.size > 0 ? clearPicked() : verbs.leave()
    else return false
    return true
  }

  return (event: KeyboardEvent) => {
    const at = placeOf(tileUnder(event.target))
    const item = at === undefined ? undefined : items[at]
    if (at === undefined || !item || event.nativeEvent.isComposing) return
    const moves = !event.altKey && (!(event.ctrlKey || event.metaKey) || /^(Home|End)$/.test(event.key))
    if ((moves && move(event, at)) || act(event, item)) {
      event.preventDefault()
      return
    }
    // At the edge an arrow key does nothing; the page must not scroll instead.
    if (moves && /^(Arrow|Page|Home$|End$)/.test(event.key)) event.preventDefault()
  }
}

/** The clip whose tile holds an element. */
export function tileUnder(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null
  const tile = target.closest('[data-tile]') ?? target.closest('[role=gridcell]')?.querySelector('[data-tile]')
  return tile?.getAttribute('data-tile') ?? null
}

/** From one clip to another, both included, whichever comes first. */
export const rangeTo = (items: readonly LibraryItem[], from: number, to: number) =>
  items.slice(Math.min(from, to), Math.max(from, to) + 1)

/** What is meant by one clip: all that is selected where it is one of them, else it alone. */
export function meant(item: LibraryItem): readonly LibraryItem[] {
  const { picked } = gridState()
  return picked.has(item.id) ? [...picked.values()] : [item]
}
