'use client'

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useHydrated } from '@/components/generation/use-hydrated'
import { useServerNow } from '@/components/generation/use-server-now'
import { AccountLine } from '@/components/library/account-line'
import { groupByDay } from '@/components/library/day-groups'
import { DaySection } from '@/components/library/day-section'
import { EmptyLibrary } from '@/components/library/empty-library'
import { libraryQuery } from '@/components/library/library-query'
import { LoadMore } from '@/components/library/load-more'
import { boardQuery } from '@/components/queue/board-query'
import { useLibraryRefresh } from '@/components/queue/use-library-refresh'
import { systemClock } from '@/lib/clock'
import type { LibraryPage } from '@/lib/generations/view'

const MINUTE = 60_000

interface LibraryProps {
  /** null is the account in use. */
  account: string | null
  first: LibraryPage
  /** The server's clock, ms since 1970, and its time zone: days are the person's own once the page has come alive. */
  now: number
  timeZone: string
}

/** Every clip of one account, newest first, by day. */
export function Library({ account, first, now, timeZone }: LibraryProps) {
  const clips = useInfiniteQuery(libraryQuery(account, first))
  useLibraryRefresh(useQuery(boardQuery()).data)
  const days = useDays(clips.data.pages, clips.hasNextPage, now, timeZone)
  return (
    <>
      <AccountLine accounts={clips.data.pages[0]?.accounts ?? []} account={account} />
      {days.length === 0 ? <EmptyLibrary /> : days.map((day) => <DaySection key={day.key} day={day} />)}
      <LoadMore
        more={clips.hasNextPage}
        loading={clips.isFetchingNextPage}
        failed={clips.isFetchNextPageError}
        onLoad={clips.fetchNextPage}
      />
    </>
  )
}

function useDays(pages: LibraryPage[], more: boolean, serverNow: number, timeZone: string) {
  const hydrated = useHydrated()
  const [mountedAt] = useState(systemClock)
  const now = useServerNow(serverNow, mountedAt, MINUTE)
  return useMemo(() => {
    const items = pages.flatMap((page) => page.items)
    return groupByDay(items, now, more, hydrated ? undefined : timeZone)
  }, [pages, more, now, hydrated, timeZone])
}
