import type { QueryClient } from '@tanstack/react-query'
import type { ListPage, ListPages } from '@/components/library/list/pages-query'
import { keys } from '@/components/query/keys'
import type { LibraryItem } from '@/lib/library/view'

/** What a change makes of a clip; null takes it out of the list. */
export type Patch = (item: LibraryItem) => LibraryItem | null

/** Changes clips in all lists that are kept. */
export function patchLists(client: QueryClient, ids: ReadonlySet<string>, patch: Patch): void {
  client.setQueriesData<ListPages>({ queryKey: keys.libraryLists }, (list) => list && patchPages(list, ids, patch))
  client.setQueriesData<ListPage>({ queryKey: keys.libraryHeads }, (head) => head && patchPage(head, ids, patch))
}

/** The same list where nothing in it changes; a page without one of these clips stays the same object. */
export function patchPages(list: ListPages, ids: ReadonlySet<string>, patch: Patch): ListPages {
  const pages = list.pages.map((page) => patchPage(page, ids, patch))
  return pages.every((page, at) => page === list.pages[at]) ? list : { ...list, pages }
}

function patchPage<Page extends ListPage>(page: Page, ids: ReadonlySet<string>, patch: Patch): Page {
  if (!page.items.some(({ id }) => ids.has(id))) return page
  const items = page.items.flatMap((item) => {
    const next = ids.has(item.id) ? patch(item) : item
    return next === null ? [] : [next]
  })
  return { ...page, items }
}
