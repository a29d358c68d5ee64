import type { Metadata } from 'next'
import Link from 'next/link'
import { mayLook } from '@/app/access'
import { Compare } from '@/components/compare/compare'
import { FEWEST, idsToCompare } from '@/components/compare/compare-path'
import { BackToLibrary } from '@/components/library/back-to-library'
import { Crumb } from '@/components/shell/crumb'
import { Header } from '@/components/shell/header'
import { buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { readCompared } from '@/lib/library/compared'

export const metadata: Metadata = { title: 'Compare' }
export const dynamic = 'force-dynamic'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ComparePage({ searchParams }: Props) {
  await mayLook()
  const { compared, verdicts } = await readCompared(idsToCompare((await searchParams).ids))
  return (
    <>
      <Header title={<BackToLibrary />}>
        <Crumb>Compare</Crumb>
      </Header>
      {compared.length < FEWEST ? (
        <TooFew />
      ) : (
        <Compare key={compared.map(({ view }) => view.id).join()} compared={compared} verdicts={verdicts} />
      )}
    </>
  )
}

function TooFew() {
  return (
    <main id="main" className="px-4 py-4 md:px-6">
      <Notice
        title="There are not two clips to compare"
        className="max-w-md"
        action={
          <Link href="/library" className={buttonClass()}>
            Go to the library
          </Link>
        }
      >
        Choose two to four clips in the library. One that was deleted since, or has no clip, cannot be compared.
      </Notice>
    </main>
  )
}
