import type { Metadata } from 'next'
import { mayLook } from '@/app/access'
import { Header } from '@/components/shell/header'
import { TranscribeForm } from '@/components/transcripts/transcribe-form'
import { Transcripts } from '@/components/transcripts/transcripts'
import { systemClock } from '@/lib/clock'
import { readBoard } from '@/lib/generations/read'
import { readStudioStatus } from '@/lib/generations/status'
import { readTranscripts } from '@/lib/generations/transcripts-page'

export const metadata: Metadata = { title: 'Transcripts' }
export const dynamic = 'force-dynamic'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function TranscriptsPage({ searchParams }: Props) {
  await mayLook()
  const { q, url } = await searchParams
  const search = typeof q === 'string' ? q : ''
  const [first, board, status] = await Promise.all([
    readTranscripts({ cursor: null, search }),
    readBoard(),
    readStudioStatus(),
  ])
  return (
    <>
      <Header title="Transcripts" />
      <main id="main" className="px-4 pb-10 md:px-6">
        <TranscribeForm url={typeof url === 'string' ? url : ''} board={board} mode={status.mode} />
        <Transcripts search={search} first={first} now={systemClock()} />
      </main>
    </>
  )
}
