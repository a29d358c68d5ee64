'use client'

import { useQuery } from '@tanstack/react-query'
import { boardQuery } from '@/components/queue/board-query'
import { accountQuery, balanceWords, isTooLow } from '@/components/shell/account-query'
import { MoneyBar } from '@/components/shell/money-bar'
import { leftWords, openWords } from '@/components/shell/today-words'
import type { BoardView, SpendNow } from '@/lib/generations/view'
import { formatUsd } from '@/lib/money/format'

/** What today cost so far and what is left of the cap, what is not certain of it, and the balance while it is known. */
export function MoneyFacts({ initial }: { initial: BoardView }) {
  const { data: board } = useQuery({ ...boardQuery(), initialData: initial })
  const { data: account } = useQuery(accountQuery(board.spend))
  const balance = balanceWords(account)
  const { dayCapMicroUsd: cap } = board.spend
  return (
    <section
      aria-label="Money"
      className="flex shrink-0 flex-col items-end gap-x-3 text-small text-ink-2 md:flex-row md:items-center"
    >
      {cap === null ? <TodayAlone spend={board.spend} /> : <TodayOfCap spend={board.spend} cap={cap} />}
      {balance !== null && <Balance amount={balance} tooLow={isTooLow(account, board.spend.heldMicroUsd)} />}
    </section>
  )
}

/** Without a cap there is nothing to draw a bar against. */
function TodayAlone({ spend }: { spend: SpendNow }) {
  const open = openWords(spend)
  return (
    <p>
      <span className="max-md:hidden">Today </span>
      <strong className="font-semibold text-ink">{formatUsd(spend.chargedMicroUsd)}</strong> charged
      <span className="md:hidden"> today</span>
      {open && <span className="hidden sm:inline"> · {open}</span>}
    </p>
  )
}

function TodayOfCap({ spend, cap }: { spend: SpendNow; cap: number }) {
  const { chargedMicroUsd: charged, dayHeldMicroUsd: held, dayUncertainMicroUsd: uncertain } = spend
  const open = openWords(spend)
  return (
    <div className="md:w-56 lg:w-64 xl:w-auto xl:min-w-64">
      <p className="flex items-baseline justify-between gap-3">
        <span className="max-md:hidden">
          Today <strong className="font-semibold text-ink">{formatUsd(charged)}</strong> of {formatUsd(cap)}
        </span>{' '}
        {open && <span className="mr-auto max-xl:sr-only">{open} </span>}
        <span className="max-md:font-semibold max-md:text-ink">
          {leftWords(spend)}
          <span className="md:hidden"> today</span>
        </span>
      </p>
      <MoneyBar
        charged={charged}
        held={held}
        uncertain={uncertain}
        of={cap}
        className="h-[3px] max-md:absolute max-md:inset-x-0 max-md:bottom-0 md:mt-1"
      />
    </div>
  )
}

function Balance({ amount, tooLow }: { amount: string; tooLow: boolean }) {
  return (
    <p
      className={`md:border-line-strong md:border-l md:pl-3 md:text-right md:leading-4 ${tooLow ? 'text-state-risk' : ''}`}
    >
      <span className="md:block">{tooLow ? 'Balance, less than is held ' : 'Balance '}</span>
      <span className={`md:block md:font-semibold ${tooLow ? '' : 'text-ink'}`}>{amount}</span>
    </p>
  )
}
