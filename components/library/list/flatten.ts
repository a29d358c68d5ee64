import type { ListPage } from '@/components/library/list/pages-query'
import type { LibraryItem } from '@/lib/library/view'

/** The clips of some pages in one row, and where each is. */
export interface Flat {
  pages: readonly ListPage[]
  items: readonly LibraryItem[]
  places: ReadonlyMap<string, number>
}

export const NOTHING: Flat = { pages: [], items: [], places: new Map() }

/**
 * The clips of all pages, each once: a clip whose place in the order changed between two pages may come twice. Goes on
 * from an earlier row of the same first pages, so a further page costs what it holds.
 */
export function flatten(pages: readonly ListPage[], before: Flat = NOTHING): Flat {
  if (pages === before.pages) return before
  const goesOn = before.pages.length <= pages.length && before.pages.every((page, at) => page === pages[at])
  const known = goesOn ? before : NOTHING
  const items = [...known.items]
  // The row that was before is not used any more: its map goes on as this one's.
  const places = goesOn && before !== NOTHING ? (before.places as Map<string, number>) : new Map<string, number>()
  for (const page of pages.slice(known.pages.length)) {
    for (const item of page.items) {
      if (places.has(item.id)) continue
      places.set(item.id, items.length)
      items.push(item)
    }
  }
  return { pages, items, places }
}
