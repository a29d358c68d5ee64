import { matchQuery, type QueryClient } from '@tanstack/react-query'
import type { ListPages } from '@/components/library/list/pages-query'
import { type Patch, patchLists } from '@/components/library/list/patch'
import { patchPicked } from '@/components/library/selection/grid-store'
import { keys } from '@/components/query/keys'

/** Counts are asked for again when no more was done for so long, ms: somebody who rates is faster than that. */
const REST = 400

let timer: ReturnType<typeof setTimeout> | undefined

/**
 * Shows a change of clips at once, wherever they are listed.
 * @returns takes it back
 */
export function showAtOnce(client: QueryClient, ids: ReadonlySet<string>, patch: Patch): () => void {
  const before = client.getQueriesData<ListPages>({ queryKey: keys.libraryLists })
  patchLists(client, ids, patch)
  patchPicked(ids, patch)
  const after = new Map(before.map(([key]) => [key, client.getQueryData(key)]))
  return () => {
    // First, so that a list that is read again does not begin with what was read before.
    void client.invalidateQueries({ queryKey: keys.libraryHeads })
    for (const [key, list] of before) {
      if (client.getQueryData(key) === after.get(key)) client.setQueryData(key, list)
      // Changed since: then only the studio knows what it looks like.
      else void client.invalidateQueries({ queryKey: key })
    }
  }
}

/**
 * Lets go of a list's beginning that is just being read: what was asked for before a change may answer without it, and
 * would bring back what is gone.
 * @returns whether one was being read; then it has to be read again
 */
export function dropReading(client: QueryClient): boolean {
  const reading = client.isFetching({ queryKey: keys.libraryHeads }) > 0
  if (reading) void client.cancelQueries({ queryKey: keys.libraryHeads })
  return reading
}

/**
 * Notices whether a list's beginning is read from now on: it may be read without what is on its way.
 * @returns stops, and says whether one was
 */
export function noticeReading(client: QueryClient): () => boolean {
  let noticed = false
  const stop = client.getQueryCache().subscribe((event) => {
    const read = event.type === 'updated' && event.action.type === 'success' && !event.action.manual
    if (read && matchQuery({ queryKey: keys.libraryHeads }, event.query)) noticed = true
  })
  return () => {
    stop()
    return noticed
  }
}

/** Other lists than the one on screen may have other clips now: they are read when somebody goes there. */
export function forgetOthers(client: QueryClient): void {
  client.removeQueries({ queryKey: keys.libraryLists, type: 'inactive' })
  client.removeQueries({ queryKey: keys.libraryHeads, type: 'inactive' })
}

/** Counts, and what other screens show of these clips, are read again. */
export function refreshAround(client: QueryClient, totals: boolean): void {
  clearTimeout(timer)
  timer = setTimeout(() => {
    for (const queryKey of [keys.libraryFacets, keys.everyMarks, keys.everyVerdicts])
      void client.invalidateQueries({ queryKey })
    void client.invalidateQueries({ queryKey: keys.everyGeneration })
    if (totals) void client.invalidateQueries({ queryKey: keys.libraryHeads })
  }, REST)
}
