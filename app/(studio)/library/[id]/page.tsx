import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { mayLook } from '@/app/access'
import { pageOf, titleOf } from '@/components/generation/words'
import { BackToLibrary } from '@/components/library/back-to-library'
import { ClipPage } from '@/components/library/clip-page'
import { Neighbours } from '@/components/library/neighbours'
import { Crumb } from '@/components/shell/crumb'
import { Header } from '@/components/shell/header'
import { systemClock } from '@/lib/clock'
import { readGeneration } from '@/lib/generations/read'
import { readMarks } from '@/lib/library/marks'

export const dynamic = 'force-dynamic'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const read = cache(readGeneration)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await mayLook()
  const generation = await read((await params).id)
  return { title: generation ? titleOf(generation) : 'Not here' }
}

export default async function GenerationPage({ params, searchParams }: Props) {
  await mayLook()
  const { id } = await params
  const [generation, marks] = await Promise.all([read(id), readMarks(id)])
  if (generation === null) notFound()
  if (generation.kind === 'transcript') redirect(pageOf(generation))
  if (marks === null) notFound()
  const { play } = await searchParams
  return (
    <>
      <Header title={<BackToLibrary />}>
        {generation.project && <Project>{generation.project.name}</Project>}
        <Crumb>{titleOf(generation)}</Crumb>
        <Neighbours key={id} id={id} />
      </Header>
      <ClipPage key={generation.id} initial={generation} marks={marks} now={systemClock()} play={play === '1'} />
    </>
  )
}

/** The project it was made for. */
function Project({ children }: { children: string }) {
  return (
    <>
      <span aria-hidden className="max-md:hidden">
        /
      </span>
      <span dir="auto" className="max-w-40 shrink-0 truncate text-body text-ink-2 max-md:hidden">
        {children}
      </span>
    </>
  )
}
