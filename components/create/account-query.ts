import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/components/query/fetch-json'
import { keys } from '@/components/query/keys'

export interface AccountAnswer {
  /** µUSD; null when Venice does not say. */
  balanceMicroUsd: number | null
  currency: string | null
}

const MINUTE = 60_000

/** The balance at Venice: asked once a minute, and again as soon as a charge changed it. */
export function accountQuery(chargedMicroUsd: number) {
  return queryOptions({
    queryKey: [...keys.account, chargedMicroUsd],
    queryFn: ({ signal }) => fetchJson<AccountAnswer>('/api/account', signal),
    staleTime: MINUTE,
    refetchInterval: MINUTE,
  })
}
