'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { lighten } from '@/components/library/list/lighten'
import { mergePage } from '@/components/library/list/merge'
import { type ListPages, readPage } from '@/components/library/list/pages-query'
import { keys } from '@/components/query/keys'

/**
 * Reads the page of one clip again when a list comes back on screen: on its own page the clip may have been starred,
 * tagged or deleted.
 */
export function useRefreshed(key: string, id: string | null): void {
  const client = useQueryClient()
  const refresh = useEffectEvent(async () => {
    const list = client.getQueryData<ListPages>(keys.libraryList(key))
    const at = list?.pages.findIndex((page) => page.items.some((item) => item.id === id)) ?? -1
    const cursor = list?.pageParams[at]
    // The first page is read again with its totals.
    if (at < 1 || typeof cursor !== 'string') return
    const fresh = await readPage(key, cursor).catch(() => null)
    if (fresh === null) return
    client.setQueryData<ListPages>(keys.libraryList(key), (now) => {
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
