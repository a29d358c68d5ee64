import type { Metadata } from 'next'
import { Library } from '@/components/library/library'
import { LibraryTotal } from '@/components/library/library-total'
import { Header } from '@/components/shell/header'
import { systemClock } from '@/lib/clock'
import { readLibraryPage } from '@/lib/generations/library-page'

export const metadata: Metadata = { title: 'Library' }
export const dynamic = 'force-dynamic'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function LibraryPage({ searchParams }: Props) {
  const { account: asked } = await searchParams
  const account = typeof asked === 'string' ? asked : null
  const first = await readLibraryPage({ cursor: null, account })
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return (
    <>
      <Header title="Library">
        <LibraryTotal account={account} first={first} />
      </Header>
      <main id="main" className="px-4 pb-10 md:px-6">
        <Library key={account} account={account} first={first} now={systemClock()} timeZone={timeZone} />
      </main>
    </>
  )
}
