import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/components/query/fetch-json'
import { keys } from '@/components/query/keys'
import type { LibraryFacets } from '@/lib/library/view'

/** What sidebar and filters offer, with counts; `null` is the account in use. */
export function facetsQuery(account: string | null) {
  return queryOptions({
    queryKey: keys.facets(account),
    queryFn: ({ signal }) => fetchJson<LibraryFacets>(facetsPath(account), signal),
    placeholderData: keepPreviousData,
  })
}

const facetsPath = (account: string | null) =>
  account === null ? '/api/library/facets' : `/api/library/facets?${new URLSearchParams({ account })}`
