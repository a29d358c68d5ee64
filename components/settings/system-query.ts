import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/components/query/fetch-json'
import { keys } from '@/components/query/keys'
import type { SystemView } from '@/lib/system/view'

const EVERY = 5000

/** How the studio is; it comes with the page, and is looked at again while that is open. */
export function systemQuery(initial: SystemView) {
  return queryOptions({
    queryKey: keys.system,
    queryFn: ({ signal }) => fetchJson<SystemView>('/api/system', signal),
    initialData: initial,
    refetchInterval: EVERY,
  })
}
