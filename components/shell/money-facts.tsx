'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { fetchJson } from '@/components/query/fetch-json'
import { keys } from '@/components/query/keys'
import { boardQuery } from '@/components/queue/board-query'
import type { BoardView } from '@/lib/generations/view'
import { formatUsd } from '@/lib/money/format'

interface AccountAnswer {
  balanceMicroUsd: number | null
  currency: string | null
}

const BALANCE_AGE_MS = 60_000

/** What today cost so far, what is held, and the balance while it is known. */
export function MoneyFacts({ initial }: { initial: BoardView }) {
  const { data: board } = useQuery({ ...boardQuery(), initialData: initial })
  const { data: account } = useQuery({
    // Asked again as soon as a charge changed it.
    queryKey: [...keys.account, board.spend.chargedMicroUsd],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => fetchJson<AccountAnswer>('/api/account', signal),
    staleTime: BALANCE_AGE_MS,
    refetchInterval: BALANCE_AGE_MS,
  })
  const balance = account?.balanceMicroUsd ?? null
  return (
    <dl className="flex shrink-0 flex-col items-end gap-x-3 text-small text-ink-2 md:flex-row md:items-center">
      <div>
        <dt className="hidden md:inline">Today </dt>
        <dd className="inline">
          <strong className="font-semibold text-ink">{formatUsd(board.spend.chargedMicroUsd)}</strong> charged
          <span className="md:hidden"> today</span>
        </dd>
        {board.spend.heldMicroUsd > 0 && (
          <dd className="hidden sm:inline">
            {' · '}
            <span className="hatch-held mr-1.5 ml-0.5 inline-block h-1 w-4 align-middle" aria-hidden="true" />
            {formatUsd(board.spend.heldMicroUsd)} held
          </dd>
        )}
      </div>
      {balance !== null && (
        <div className="md:border-line-strong md:border-l md:pl-3 md:text-right md:leading-4">
          <dt className="inline md:block">Balance </dt>
          <dd className="inline text-ink md:block md:font-semibold">{formatUsd(balance)}</dd>
        </div>
      )}
    </dl>
  )
}
