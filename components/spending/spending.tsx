'use client'

import { useQuery } from '@tanstack/react-query'
import { Gauge } from 'lucide-react'
import { useMemo, useState } from 'react'
import { type Command, useCommands } from '@/components/palette/commands'
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

const AREAS =
  "lg:grid lg:grid-cols-[minmax(0,1fr)_27rem] lg:grid-rows-[auto_auto_auto_1fr] lg:[grid-template-areas:'today_figures'_'bars_quoted'_'ledger_open'_'ledger_rest'] xl:grid-cols-[minmax(0,1fr)_29rem]"
const LEFT = 'min-w-0 border-line lg:pr-6'
const RIGHT = 'min-w-0 border-line lg:border-l lg:pl-6'

/** All of money in view. Two columns at a desk; one on the phone, what needs the person before what tells of the past. */
export function Spending({ address, initial, ledger, board: firstBoard }: SpendingProps) {
  const { data: view, isError } = useQuery(spendingQuery(address.period, initial))
  const { data: board } = useQuery({ ...boardQuery(), initialData: firstBoard })
  useSpendingRefresh(board)
  const [capping, setCapping] = useState(false)
  useCommands(useMemo(() => [capCommand(() => setCapping(true))], []))
  return (
    <>
      {isError && (
        <p role="status" className="border-line border-b py-2 text-small text-state-risk">
          The studio does not answer. These figures are of {clockOf(view.now, view.timeZone)}.
        </p>
      )}
      <div className={AREAS}>
        <div className={LEFT}>
          <Today view={view} onChangeCap={() => setCapping(true)} />
        </div>
        <div className={RIGHT}>
          <Figures view={view} spend={board.spend} />
        </div>
        {view.firstDay === null ? <NothingSpent /> : <Past address={address} view={view} ledger={ledger} />}
      </div>
      {capping && <CapsDialog view={view} onClose={() => setCapping(false)} />}
    </>
  )
}

const capCommand = (open: () => void): Command => ({
  id: 'spending.caps',
  title: 'Set what may be spent',
  group: 'Spending',
  words: 'cap limit day',
  Icon: Gauge,
  run() {
    open()
    return undefined
  },
})

/** What is open, where it went, and every line of it. */
function Past({ address, view, ledger }: Pick<SpendingProps, 'address' | 'ledger'> & { view: SpendingView }) {
  return (
    <>
      <div className={`${RIGHT} border-t lg:[grid-area:open]`}>
        <NotSettled view={view} />
      </div>
      <div className={`${LEFT} border-t lg:[grid-area:bars]`}>
        <Chart view={view} address={address} />
      </div>
      <div className={`${RIGHT} border-t lg:[grid-area:quoted]`}>
        <QuotedCharged view={view} />
      </div>
      <div className={`${RIGHT} divide-y divide-line border-t lg:[grid-area:rest]`}>
        <Projects view={view} />
        <ByState view={view} />
      </div>
      <div className={`${LEFT} border-t lg:[grid-area:ledger]`}>
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
