import { Download } from 'lucide-react'
import type { Metadata } from 'next'
import { mayLook } from '@/app/access'
import { Header } from '@/components/shell/header'
import { exportPath, readAddress } from '@/components/spending/address'
import { PeriodLinks } from '@/components/spending/period-links'
import { Spending } from '@/components/spending/spending'
import { buttonClass } from '@/components/ui/button'
import { readBoard } from '@/lib/generations/read'
import { readSpending } from '@/lib/generations/spending'
import { readLedgerPage } from '@/lib/generations/spending-ledger'

export const metadata: Metadata = { title: 'Spending' }
export const dynamic = 'force-dynamic'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function SpendingPage({ searchParams }: Props) {
  await mayLook()
  const address = readAddress(await searchParams)
  const [view, ledger, board] = await Promise.all([
    readSpending(address.period),
    readLedgerPage({ ...address, cursor: null }),
    readBoard(),
  ])
  return (
    <>
      <Header
        title="Spending"
        aside={
          <a href={exportPath(address)} download className={buttonClass()}>
            <Download aria-hidden className="size-4" strokeWidth={1.5} />
            Export CSV
          </a>
        }
      >
        <div className="max-md:hidden">
          <PeriodLinks address={address} />
        </div>
      </Header>
      <main id="main" className="min-w-0 px-4 pb-10 md:px-6">
        <div className="pt-4 md:hidden">
          <PeriodLinks address={address} />
        </div>
        <Spending address={address} initial={view} ledger={ledger} board={board} />
      </main>
    </>
  )
}
