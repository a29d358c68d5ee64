import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/components/query/fetch-json'
import { keys } from '@/components/query/keys'
import type { Catalogue } from '@/lib/models/offer'

/** Models come and go by the week, ms. */
const FRESH = 10 * 60_000

/** The catalogue, for parts of the page that the form's own does not reach. */
export function modelsQuery() {
  return queryOptions({
    queryKey: keys.models,
    queryFn: ({ signal }) => fetchJson<Catalogue>('/api/models', signal),
    staleTime: FRESH,
  })
}
