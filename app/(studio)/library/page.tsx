import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { mayLook } from '@/app/access'
import { queryKey } from '@/components/library/address'
import { ArchiveLink } from '@/components/library/archive/archive-link'
import { DENSITY_COOKIE, readDensity } from '@/components/library/grid/density'
import { Library } from '@/components/library/library'
import { LibraryTotal } from '@/components/library/library-total'
import { Header } from '@/components/shell/header'
import { systemClock } from '@/lib/clock'
import { parseLibraryQuery } from '@/lib/library/library-query'
import { readLibrary } from '@/lib/library/page'

export const metadata: Metadata = { title: 'Library' }
export const dynamic = 'force-dynamic'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function LibraryPage({ searchParams }: Props) {
  await mayLook()
  const query = parseLibraryQuery(paramsOf(await searchParams))
  const page = await readLibrary(query, null)
  const first = { query: queryKey(query), page, at: systemClock() }
  const density = readDensity((await cookies()).get(DENSITY_COOKIE)?.value)
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return (
    <>
      <Header title="Library">
        <LibraryTotal first={first} />
        <ArchiveLink />
      </Header>
      <Library first={first} density={density} timeZone={timeZone} />
    </>
  )
}

/** As the browser has them. */
function paramsOf(asked: Record<string, string | string[] | undefined>): URLSearchParams {
  const pairs = Object.entries(asked).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one]))
  return new URLSearchParams(pairs)
}
