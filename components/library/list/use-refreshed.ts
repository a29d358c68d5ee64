'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { lighten } from '@/components/library/list/lighten'
import { mergePage } from '@/components/library/list/merge'
import { type ListPages, readPage } from '@/components/library/list/pages-query'
import { keys } from '@/components/query/keys'

/** So many pages are read again as a whole when somebody comes back; of a longer list only the one that matters. */
const FEW = 5

/**
 * Looks again when a list comes back on screen: on its own page a clip may have been starred, tagged, deleted, or seen
 * for the first time.
 * @param id the clip that was opened
 */
export function useRefreshed(key: string, id: string | null): void {
  const client = useQueryClient()
  const refresh = useEffectEvent(async () => {
    const queryKey = keys.libraryList(key)
    const list = client.getQueryData<ListPages>(queryKey)
    const at = list?.pages.findIndex((page) => page.items.some((item) => item.id === id)) ?? -1
    const changed = client.getQueryState(keys.libraryHead(key))?.isInvalidated ?? false
    if (list === undefined || (at === -1 && !changed)) return
    // The first page is read again with its totals.
    void client.invalidateQueries({ queryKey: keys.libraryHead(key) })
    if (changed && list.pages.length <= FEW) return client.invalidateQueries({ queryKey })
    const cursor = list.pageParams[at]
    if (typeof cursor !== 'string') return
    const fresh = await readPage(key, cursor).catch(() => null)
    if (fresh === null) return
    client.setQueryData<ListPages>(queryKey, (now) => {
      const place = now?.pageParams.indexOf(cursor) ?? -1
      const old = now?.pages[place]
      if (!now || !old) return now
      return { ...now, pages: now.pages.with(place, mergePage(old, lighten(fresh))) }
    })
  })
  useEffect(() => {
    void refresh()
  }, [])
}
