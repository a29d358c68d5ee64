import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/components/query/fetch-json'
import { keys } from '@/components/query/keys'
import { ledgerParams, ledgerPath, type SpendingAddress } from '@/components/spending/address'
import type { Period } from '@/lib/generations/spending-period'
import type { LedgerPage, SpendingView } from '@/lib/generations/spending-view'

/** The figures of a period; they come with the page, and are read again when money moved. */
export function spendingQuery(period: Period, initial: SpendingView) {
  return queryOptions({
    queryKey: keys.spending(period),
    queryFn: ({ signal }) => fetchJson<SpendingView>(`/api/spending?period=${period}`, signal),
    initialData: initial,
  })
}

const firstCursor: number | null = null

/** The ledger of a period, page by page. */
export function ledgerQuery(address: SpendingAddress, first: LedgerPage) {
  return infiniteQueryOptions({
    queryKey: keys.ledger(new URLSearchParams(ledgerParams(address)).toString()),
    queryFn: ({ pageParam, signal }) => fetchJson<LedgerPage>(ledgerPath(address, pageParam), signal),
    initialPageParam: firstCursor,
    getNextPageParam: (page: LedgerPage) => page.nextCursor,
    initialData: { pages: [first], pageParams: [firstCursor] },
  })
}
