import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/components/query/fetch-json'
import { keys } from '@/components/query/keys'
import type { SpendNow } from '@/lib/generations/view'
import { formatAmount, formatUsd } from '@/lib/money/format'

export interface AccountAnswer {
  balanceMicroUsd: number | null
  /** Millionths of DIEM. */
  diemMicro: number | null
  /** What the vendor takes money from: USD, DIEM, VCU or BUNDLED_CREDITS. */
  currency: string | null
  /** ms since 1970 */
  readAt: number
}

const BALANCE_AGE_MS = 60_000

/** The balance at the vendor, asked for again as soon as a charge changed it. */
export function accountQuery({ chargedMicroUsd }: Pick<SpendNow, 'chargedMicroUsd'>) {
  return queryOptions({
    queryKey: [...keys.account, chargedMicroUsd],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => fetchJson<AccountAnswer>('/api/account', signal),
    staleTime: BALANCE_AGE_MS,
    refetchInterval: BALANCE_AGE_MS,
  })
}

/** The balance in its own unit; null while the vendor does not say. Nothing is converted. */
export function balanceWords(account: AccountAnswer | undefined): string | null {
  if (!account) return null
  if (account.currency === 'DIEM' && account.diemMicro !== null) return formatAmount(account.diemMicro, 'DIEM')
  return account.balanceMicroUsd === null ? null : formatUsd(account.balanceMicroUsd)
}

/** Whether dollars are what is paid with, and there are fewer of them than are on their way out. */
export function isTooLow(account: AccountAnswer | undefined, heldMicroUsd: number): boolean {
  if (!account || account.balanceMicroUsd === null || heldMicroUsd === 0) return false
  return (account.currency === null || account.currency === 'USD') && account.balanceMicroUsd < heldMicroUsd
}
