import type { ListPage } from '@/components/library/list/pages-query'
import type { LibraryItem } from '@/lib/library/view'

/**
 * The clips of all pages in one row. It remembers the pages it took, so that a further page costs what it holds; a
 * clip whose place in the order changed between two pages comes twice and is listed once.
 */
export class FlatList {
  items: readonly LibraryItem[] = []
  private pages: readonly ListPage[] = []
  private places = new Map<string, number>()

  /** The place of a clip; undefined where it is not loaded. */
  placeOf(id: string | null): number | undefined {
    return id === null ? undefined : this.places.get(id)
  }

  /** The same pages give the same row again. */
  take(pages: readonly ListPage[]): readonly LibraryItem[] {
    if (pages === this.pages) return this.items
    const goesOn = this.pages.every((page, at) => page === pages[at])
    if (!goesOn) this.places = new Map()
    const items = goesOn ? [...this.items] : []
    for (const page of goesOn ? pages.slice(this.pages.length) : pages) {
      for (const item of page.items) {
        if (this.places.has(item.id)) continue
        this.places.set(item.id, items.length)
        items.push(item)
      }
    }
    this.pages = pages
    this.items = items
    return items
  }
}
