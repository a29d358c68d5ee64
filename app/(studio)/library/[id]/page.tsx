import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { pageOf, titleOf } from '@/components/generation/words'
import { BackToLibrary } from '@/components/library/back-to-library'
import { ClipPage } from '@/components/library/clip-page'
import { Header } from '@/components/shell/header'
import { systemClock } from '@/lib/clock'
import { readGeneration } from '@/lib/generations/read'

export const dynamic = 'force-dynamic'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const read = cache(readGeneration)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const generation = await read((await params).id)
  return { title: generation ? titleOf(generation) : 'Not here' }
}

export default async function GenerationPage({ params, searchParams }: Props) {
  const generation = await read((await params).id)
  if (generation === null) notFound()
  if (generation.kind === 'transcript') redirect(pageOf(generation))
  const { play } = await searchParams
  return (
    <>
      <Header title={<BackToLibrary />}>
        <span aria-hidden className="max-md:hidden">
          /
        </span>
        <h1 dir="auto" className="truncate font-semibold text-body text-ink max-md:sr-only">
          {titleOf(generation)}
        </h1>
      </Header>
      <ClipPage key={generation.id} initial={generation} now={systemClock()} play={play === '1'} />
    </>
  )
}
