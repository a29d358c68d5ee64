import { environmentManager, type InfiniteData, infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { lighten } from '@/components/library/list/lighten'
import { fetchJson } from '@/components/query/fetch-json'
import { keys } from '@/components/query/keys'
import type { LibraryPage } from '@/lib/library/view'

/** What is kept of a page for the grid. */
export type ListPage = Pick<LibraryPage, 'items' | 'nextCursor'>

export type ListPages = InfiniteData<ListPage, string | null>

/** The first page of a query, as it came with the HTML. */
export interface FirstPage {
  /** As `writeLibraryQuery` writes it. */
  query: string
  page: LibraryPage
  /** The server's clock, ms since 1970. */
  at: number
}

/**
 * So long are the pages of a list kept that is not on screen, ms: Back finds them. On the server they go with their
 * request: a timer there would hold all of it.
 */
const KEPT = environmentManager.isServer() ? Number.POSITIVE_INFINITY : 15 * 60_000

const firstCursor: string | null = null

/** The beginning of a list with its totals: read again whenever the library has changed. */
export function headQuery(query: string, first?: FirstPage) {
  return queryOptions({
    queryKey: keys.libraryHead(query),
    queryFn: ({ signal }) => readPage(query, firstCursor, signal),
    ...(first?.query === query ? { initialData: first.page, initialDataUpdatedAt: first.at } : {}),
  })
}

/**
 * All pages of a list that were asked for. They are never read again as a whole (`useFreshList` puts in what changed),
 * and never compared as a whole: both would cost more the further somebody has scrolled.
 */
export function pagesQuery(query: string, first?: FirstPage) {
  return infiniteQueryOptions({
    queryKey: keys.libraryList(query),
    queryFn: async ({ pageParam, signal, client }): Promise<ListPage> =>
      lighten(
        pageParam === firstCursor
          ? await client.fetchQuery(headQuery(query))
          : await readPage(query, pageParam, signal),
      ),
    initialPageParam: firstCursor,
    getNextPageParam: (page: ListPage) => page.nextCursor,
    ...(first?.query === query ? { initialData: { pages: [lighten(first.page)], pageParams: [firstCursor] } } : {}),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: KEPT,
    structuralSharing: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

/** One page, from the API. */
export function readPage(query: string, cursor: string | null, signal?: AbortSignal): Promise<LibraryPage> {
  return fetchJson<LibraryPage>(pagePath(query, cursor), signal)
}

/** Where a page of a list is read from. */
export function pagePath(query: string, cursor: string | null): string {
  const params = new URLSearchParams(query)
  if (cursor !== null) params.set('cursor', cursor)
  return `/api/library?${params}`
}
