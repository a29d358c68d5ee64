'use client'

import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { FlatList } from '@/components/library/list/flat-list'
import { lighten } from '@/components/library/list/lighten'
import { mergeHead } from '@/components/library/list/merge'
import {
  type FirstPage,
  headQuery,
  type ListPage,
  type ListPages,
  pagesQuery,
} from '@/components/library/list/pages-query'
import { keys } from '@/components/query/keys'
import type { LibraryPage } from '@/lib/library/view'

/** The clips of a query, as far as they were asked for; until its first come, those of the query before. */
export function useList(key: string, first: FirstPage) {
  const pages = useInfiniteQuery({ ...pagesQuery(key, first), placeholderData: keepPreviousData })
  const waits = pages.isPlaceholderData || pages.data === undefined
  const head = useQuery({ ...headQuery(key, first), enabled: !waits, placeholderData: keepPreviousData })
  useFresh(key, waits || head.isPlaceholderData ? undefined : head.data)
  const [flat] = useState(() => new FlatList())
  const items = flat.take(pages.data?.pages ?? NO_PAGES)
  const placeOf = useCallback((id: string | null) => flat.placeOf(id), [flat])
  const { fetchNextPage } = pages
  // Asked for again while it is on its way, it goes on as it is.
  const onMore = useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage])
  const shown = useRef(key)
  if (!waits) shown.current = key
  async function loadAll() {
    let [more, loaded] = [pages.hasNextPage, pages.data]
    while (more) {
      const next = await pages.fetchNextPage()
      more = next.hasNextPage && !next.isError
      loaded = next.data
    }
    return flat.take(loaded?.pages ?? NO_PAGES)
  }
  return {
    items,
    placeOf,
    /** Loads every page, and gives all clips. */
    loadAll,
    /** The query that the clips belong to. */
    shown: shown.current,
    page: head.data ?? null,
    busy: pages.isPlaceholderData,
    failed: pages.isError && pages.data === undefined,
    /** Nothing to show in the meantime. */
    reading: pages.isPending,
    retry: pages.refetch,
    more: pages.hasNextPage,
    moreFailed: pages.isFetchNextPageError,
    /** Asks for the next page. */
    onMore,
  }
}

const NO_PAGES: readonly ListPage[] = []

/** Puts into the list what its beginning says now: clips that came, went or changed. */
function useFresh(key: string, head: LibraryPage | undefined): void {
  const client = useQueryClient()
  useEffect(() => {
    if (head === undefined) return
    client.setQueryData<ListPages>(keys.libraryList(key), (list) => {
      if (list === undefined) return list
      const fresh = lighten(head)
      return mergeHead(list, fresh) ?? { pages: [fresh], pageParams: [null] }
    })
  }, [client, key, head])
}
