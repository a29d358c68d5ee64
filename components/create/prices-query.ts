import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/components/query/fetch-json'
import { keys } from '@/components/query/keys'
import type { PriceHint } from '@/lib/models/offer'

/** The last prices known, for all models at once: hints with an age, never what is charged. */
export const pricesQuery = queryOptions({
  queryKey: keys.prices,
  queryFn: ({ signal }) =>
    fetchJson<{ prices: PriceHint[] }>('/api/models/prices', signal).then(({ prices }) => prices),
  staleTime: 60_000,
})
