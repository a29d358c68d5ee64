'use client'

import { useQuery } from '@tanstack/react-query'
import { TopUp } from '@/components/generation/top-up'
import { boardQuery } from '@/components/queue/board-query'
import { accountQuery, balanceWords } from '@/components/shell/account-query'
import type { GenerationView } from '@/lib/generations/view'

/** After a refusal for want of money: the balance as it is now, and where to top up. */
export function ShortBalance({ account }: Pick<GenerationView, 'account'>) {
  const { data: board } = useQuery(boardQuery())
  const { data: told } = useQuery({
    ...accountQuery({ chargedMicroUsd: board?.spend.chargedMicroUsd ?? 0 }),
    enabled: board !== undefined,
  })
  const balance = balanceWords(told)
  return (
    <p className="flex flex-wrap gap-x-2 text-ink-2">
      {balance !== null && <span>Balance now {balance}</span>}
      {!account.sandbox && <TopUp />}
    </p>
  )
}
