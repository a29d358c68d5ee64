import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/components/query/fetch-json'
import { keys } from '@/components/query/keys'
import type { UnclearView } from '@/lib/generations/unclear-view'

const SECOND = 1000

/** What there is to judge an unclear purchase by: the history is read for it, and again while it may still tell more. */
export function unclearQuery(id: string) {
  return queryOptions({
    queryKey: keys.unclear(id),
    queryFn: ({ signal }) => fetchJson<UnclearView>(`/api/generations/${id}/unclear?fresh=1`, signal),
    refetchInterval: ({ state: { data } }) => (data && !data.readFarEnough && !data.problem ? 15 * SECOND : false),
  })
}
