'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { boardQuery } from '@/components/queue/board-query'
import type { SpendingAddress } from '@/components/spending/address'
import { ByState } from '@/components/spending/by-state'
import { CapsDialog } from '@/components/spending/caps-dialog'
import { Chart } from '@/components/spending/chart'
import { clockOf } from '@/components/spending/day-words'
import { Figures } from '@/components/spending/figures'
import { Ledger } from '@/components/spending/ledger'
import { NotSettled } from '@/components/spending/not-settled'
import { NothingSpent } from '@/components/spending/nothing-spent'
import { Projects } from '@/components/spending/projects'
import { QuotedCharged } from '@/components/spending/quoted-charged'
import { spendingQuery } from '@/components/spending/spending-query'
import { Today } from '@/components/spending/today'
import { useSpendingRefresh } from '@/components/spending/use-spending-refresh'
import type { LedgerPage, SpendingView } from '@/lib/generations/spending-view'
import type { BoardView } from '@/lib/generations/view'

interface SpendingProps {
  address: SpendingAddress
  initial: SpendingView
  ledger: LedgerPage
  board: BoardView
}

/** All of money in view. Two columns at a desk; one on the phone, what needs the person before what tells of the past. */
export function Spending({ address, initial, ledger, board: firstBoard }: SpendingProps) {
  const { data: view, isError } = useQuery(spendingQuery(address.period, initial))
  const { data: board } = useQuery({ ...boardQuery(), initialData: firstBoard })
  useSpendingRefresh(board)
  const [capping, setCapping] = useState(false)
  return (
    <>
      {isError && (
        <p role="status" className="border-line border-b py-2 text-small text-state-risk">
          The studio does not answer. These figures are of {clockOf(view.now, view.timeZone)}.
        </p>
      )}
      <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_27rem] lg:gap-x-6 xl:grid-cols-[minmax(0,1fr)_29rem]">
        <Today view={view} onChangeCap={() => setCapping(true)} />
        <div className="border-line lg:border-l">
          <Figures view={view} spend={board.spend} />
        </div>
        <div className="border-line border-t lg:col-span-2" />
        {view.firstDay === null ? <NothingSpent /> : <Past address={address} view={view} ledger={ledger} />}
      </div>
      {capping && <CapsDialog view={view} onClose={() => setCapping(false)} />}
    </>
  )
}

/** Where it went, what is open, and every line of it. */
function Past({ address, view, ledger }: Pick<SpendingProps, 'address' | 'ledger'> & { view: SpendingView }) {
  return (
    <>
      <div className="min-w-0">
        <Chart view={view} address={address} />
      </div>
      <div className="border-line max-lg:border-t lg:border-l lg:pl-6">
        <QuotedCharged view={view} />
      </div>
      <div className="border-line border-t lg:col-span-2" />
      <div className="divide-y divide-line border-line lg:order-last lg:border-l lg:pl-6">
        <NotSettled view={view} />
        <Projects view={view} />
        <ByState view={view} />
      </div>
      <div className="min-w-0 border-line max-lg:border-t">
        <Ledger
          key={JSON.stringify(address)}
          address={address}
          first={ledger}
          models={view.models}
          timeZone={view.timeZone}
          today={view.today}
        />
      </div>
    </>
  )
}
