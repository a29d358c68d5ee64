import { type InfiniteData, infiniteQueryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/components/query/fetch-json'
import { keys } from '@/components/query/keys'
import { awaitsPicture } from '@/components/queue/board-query'
import { systemClock } from '@/lib/clock'
import type { LibraryPage } from '@/lib/generations/view'

const PICTURES_MS = 4_000

/** The clips of one account, page by page; `null` is the account in use. The first page comes with the HTML. */
export function libraryQuery(account: string | null, first: LibraryPage) {
  return infiniteQueryOptions({
    queryKey: keys.library(account),
    queryFn: ({ pageParam, signal }) => fetchJson<LibraryPage>(pagePath(pageParam, account), signal),
    initialPageParam: firstCursor,
    getNextPageParam: (page: LibraryPage) => page.nextCursor,
    initialData: { pages: [first], pageParams: [firstCursor] },
    // Every page would be read again each time the window is looked at; a new clip says so itself.
    refetchOnWindowFocus: false,
    refetchInterval: (query) => (awaitsPictures(query.state.data) ? PICTURES_MS : false),
  })
}

const firstCursor: string | null = null

/** Where a page of the library is read from. */
export function pagePath(cursor: string | null, account: string | null): string {
  const query = new URLSearchParams()
  if (cursor !== null) query.set('cursor', cursor)
  if (account !== null) query.set('account', account)
  return `/api/generations/page?${query}`
}

function awaitsPictures(loaded: InfiniteData<LibraryPage, string | null> | undefined): boolean {
  const newest = loaded?.pages[0]?.items ?? []
  return newest.some((view) => awaitsPicture(view, systemClock()))
}
