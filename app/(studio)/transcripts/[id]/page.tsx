import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { mayLook } from '@/app/access'
import { Header } from '@/components/shell/header'
import { TranscriptPage } from '@/components/transcripts/transcript-page'
import { addressWords } from '@/components/transcripts/words'
import { systemClock } from '@/lib/clock'
import { readTranscript } from '@/lib/generations/transcripts-page'

export const dynamic = 'force-dynamic'

interface Props {
  params: Promise<{ id: string }>
}

const read = cache(readTranscript)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await mayLook()
  const transcript = await read((await params).id)
  return { title: transcript ? `Transcript of ${addressWords(transcript.url)}` : 'Not here' }
}

export default async function OneTranscriptPage({ params }: Props) {
  await mayLook()
  const transcript = await read((await params).id)
  if (transcript === null) notFound()
  return (
    <>
      <Header title={<Back />}>
        <span aria-hidden className="max-md:hidden">
          /
        </span>
        <h1 dir="auto" className="truncate font-semibold text-body text-ink max-md:sr-only">
          {addressWords(transcript.url)}
        </h1>
      </Header>
      <TranscriptPage key={transcript.generation.id} initial={transcript} now={systemClock()} />
    </>
  )
}

function Back() {
  return (
    <Link href="/transcripts" className="flex shrink-0 items-center text-ink-2 hover:text-ink max-md:min-h-11">
      Transcripts
    </Link>
  )
}
