'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useHydrated } from '@/components/generation/use-hydrated'
import { useServerNow } from '@/components/generation/use-server-now'
import { AccountLine } from '@/components/library/account-line'
import { BinLine } from '@/components/library/bin-line'
import { DetailsPanel } from '@/components/library/details-panel'
import { FilterBar } from '@/components/library/filters/filter-bar'
import { isFiltered } from '@/components/library/filters/filter-words'
import { FoundLine } from '@/components/library/found-line'
import type { Density } from '@/components/library/grid/density'
import { enterGrid, Grid } from '@/components/library/grid/grid'
import { StaticGrid } from '@/components/library/grid/static-grid'
import { useArrival } from '@/components/library/grid/use-arrival'
import { LibraryDialogs } from '@/components/library/library-dialogs'
import { facetsQuery } from '@/components/library/list/facets-query'
import type { FirstPage } from '@/components/library/list/pages-query'
import { useList } from '@/components/library/list/use-list'
import { useRefreshed } from '@/components/library/list/use-refreshed'
import { LoadNext } from '@/components/library/load-next'
import { NothingHere } from '@/components/library/nothing-here'
import { BulkBar } from '@/components/library/selection/bulk-bar'
import { gridState } from '@/components/library/selection/grid-store'
import { NoticeLine } from '@/components/library/selection/notice-line'
import { OnePicked } from '@/components/library/selection/one-picked'
import { useSelectionCommands } from '@/components/library/selection/use-selection-commands'
import { staysIn } from '@/components/library/sidebar/project-tree'
import { Sidebar } from '@/components/library/sidebar/sidebar'
import { useAddress } from '@/components/library/use-address'
import { useDensity } from '@/components/library/use-density'
import { useDialogs } from '@/components/library/use-dialogs'
import { useListVerbs } from '@/components/library/verbs/use-list-verbs'
import { boardQuery } from '@/components/queue/board-query'
import { useLibraryRefresh } from '@/components/queue/use-library-refresh'
import { systemClock } from '@/lib/clock'

const MINUTE = 60_000
/** px of clips that are loaded ahead of somebody who scrolls. */
const AHEAD = 6000

interface LibraryProps {
  first: FirstPage
  density: Density
  /** The server's; days are the person's own once the page has come alive. */
  timeZone: string
}

/** The library: what there is, found, sorted out and looked through. */
export function Library({ first, density: initialDensity, timeZone }: LibraryProps) {
  const { query, key, go } = useAddress()
  const list = useList(key, first)
  const { data: facets } = useQuery(facetsQuery(query.account))
  const [density, setDensity] = useDensity(initialDensity)
  const dialogs = useDialogs()
  const hydrated = useHydrated()
  const [mountedAt] = useState(systemClock)
  const now = useServerNow(first.at, mountedAt, MINUTE)
  useArrival(key)
  useLibraryRefresh(useQuery(boardQuery()).data)
  useRefreshed(key, gridState().active)

  const { items, placeOf, page } = list
  const found = page?.total.clips ?? null
  const { verbs, tileVerbs, deleting, emptyBin } = useListVerbs({
    items,
    inBin: query.bin,
    account: query.account,
    found,
    staysIn: (projectId) => staysIn(query.project, projectId, facets?.projects ?? []),
    loadAll: list.loadAll,
  })
  useSelectionCommands(verbs, facets, query.bin)
  const onMore = list.more && !list.moreFailed ? list.onMore : null
  const byDay = query.sort === 'newest' || query.sort === 'oldest'
  const gridVerbs = {
    ...verbs,
    look: () => dialogs.show('look'),
    details: dialogs.toggleDetails,
    leave: dialogs.closeDetails,
  }
  const panel = { query, facets, go }

  return (
    <main id="main" className="flex flex-1 items-start">
      <aside className="hidden w-51 shrink-0 self-stretch border-line border-r lg:block">
        <div className="sticky top-(--header) z-10 h-[calc(100dvh-var(--header)-var(--banner))] overflow-y-auto">
          <Sidebar query={query} facets={facets} onGo={go} onMove={query.bin ? undefined : verbs.move} />
        </div>
      </aside>
      <div className="@container min-w-0 flex-1 px-4 pb-24 md:px-6">
        <FilterBar
          {...panel}
          density={density}
          onDensity={setDensity}
          found={found}
          onShow={dialogs.show}
          onDown={enterGrid}
        />
        <AccountLine accounts={page?.accounts ?? first.page.accounts} account={query.account} />
        {query.bin && <BinLine count={facets?.binned ?? null} onEmpty={emptyBin} />}
        <FoundLine found={list.busy ? null : found} filtered={isFiltered(query)} />
        <NothingHere query={query} go={go} list={list} />
        {hydrated && items.length > 0 && (
          <Grid
            list={list.shown}
            items={items}
            placeOf={placeOf}
            density={density}
            byDay={byDay}
            more={list.more}
            onMore={onMore}
            busy={list.busy}
            now={now}
            verbs={gridVerbs}
            tileVerbs={tileVerbs}
          />
        )}
        {!hydrated && (
          <StaticGrid
            items={items}
            density={density}
            byDay={byDay}
            more={list.more}
            now={first.at}
            timeZone={timeZone}
          />
        )}
        <LoadNext list={key} more={list.more} failed={list.moreFailed} onLoad={list.onMore} ahead={AHEAD} />
      </div>
      {dialogs.details && <DetailsPanel onClose={dialogs.closeDetails} />}
      <div className="pointer-events-none fixed inset-x-0 bottom-[calc(var(--bottom-bar)+0.5rem)] z-20 flex flex-col items-center gap-2 px-2 md:bottom-5 md:left-(--rail)">
        <NoticeLine />
        {!query.bin && <OnePicked />}
        <BulkBar
          facets={facets}
          verbs={verbs}
          bin={query.bin}
          account={query.account}
          found={found}
          loaded={items.length}
        />
      </div>
      <LibraryDialogs
        dialogs={dialogs}
        panel={panel}
        list={{ items, placeOf, onMore }}
        density={density}
        onDensity={setDensity}
        verbs={verbs}
        deleting={deleting}
      />
    </main>
  )
}
