'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { unknownWords } from '@/components/generation/unknown-words'
import { countWords } from '@/components/generation/words'
import { type AccountAnswer, accountQuery, balanceWords, isTooLow } from '@/components/shell/account-query'
import { clockOf, daysBetween, monthWords, weekday } from '@/components/spending/day-words'
import { monthOf, weekOf } from '@/lib/generations/spending-period'
import type { SpendingView } from '@/lib/generations/spending-view'
import type { SpendNow } from '@/lib/generations/view'
import { formatUsd } from '@/lib/money/format'

/** The week, the month, and what is left at the vendor. */
export function Figures({ view, spend }: { view: SpendingView; spend: SpendNow }) {
  const { today, sums, timeZone } = view
  const { data: account } = useQuery(accountQuery(spend))
  const monday = weekOf(today) === today
  return (
    <dl className="grid grid-cols-3 border-line max-lg:border-t lg:h-full">
      <Figure name="This week" amount={formatUsd(sums.week.charged)}>
        {monday ? 'Mon, so far' : `Mon to ${weekday(today)}, so far`}
        {unknownWords(sums.week.unknown)}
      </Figure>
      <Figure name={monthWords(today)} amount={formatUsd(sums.month.charged)}>
        {countWords(daysBetween(monthOf(today), today), 'day')}
        {unknownWords(sums.month.unknown)}
      </Figure>
      <Balance account={account} timeZone={timeZone} heldMicroUsd={spend.heldMicroUsd} />
    </dl>
  )
}

function Balance(props: { account: AccountAnswer | undefined; timeZone: string; heldMicroUsd: number }) {
  const { account, timeZone, heldMicroUsd } = props
  const amount = balanceWords(account)
  if (!account || amount === null) {
    return (
      <Figure name="Balance" amount="–">
        {account ? 'Venice does not say' : 'Asking…'}
      </Figure>
    )
  }
  const tooLow = isTooLow(account, heldMicroUsd)
  return (
    <Figure name="Balance" amount={amount} risk={tooLow}>
      {account.currency === 'BUNDLED_CREDITS' ? 'Bundled credits go first' : (account.currency ?? 'USD')}
      {` · read ${clockOf(account.readAt, timeZone)}`}
      {tooLow && <span className="block text-state-risk">Less than the {formatUsd(heldMicroUsd)} that is held</span>}
    </Figure>
  )
}

interface FigureProps {
  name: string
  amount: string
  risk?: boolean
  children: ReactNode
}

function Figure({ name, amount, risk, children }: FigureProps) {
  return (
    <div className="min-w-0 border-line py-4 not-first:border-l not-first:pl-3 lg:not-first:pl-5">
      <dt className="text-ink-3 text-small">{name}</dt>
      <dd>
        <span className={`block font-semibold text-money ${risk ? 'text-state-risk' : ''}`}>{amount}</span>
        <span className="block text-ink-2 text-small">{children}</span>
      </dd>
    </div>
  )
}
