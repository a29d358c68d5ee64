import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/components/query/fetch-json'
import { keys } from '@/components/query/keys'
import type { LibraryFacets } from '@/lib/library/view'

/** What the library of the account in use can be narrowed down to: projects, tags, saved searches. */
export function facetsQuery() {
  return queryOptions({
    queryKey: keys.facets(null),
    queryFn: ({ signal }) => fetchJson<LibraryFacets>('/api/library/facets', signal),
  })
}
