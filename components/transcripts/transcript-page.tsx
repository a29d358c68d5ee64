'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { isOver, isRunning } from '@/components/generation/states'
import { isUnclear } from '@/components/generation/unclear'
import { useServerNow } from '@/components/generation/use-server-now'
import { DeleteClip } from '@/components/library/delete-clip'
import { Unclear } from '@/components/library/unclear/unclear'
import { TranscriptFacts } from '@/components/transcripts/transcript-facts'
import { TranscriptText } from '@/components/transcripts/transcript-text'
import { transcriptQuery } from '@/components/transcripts/transcripts-query'
import { Unwritten } from '@/components/transcripts/unwritten'
import { forgetAsk } from '@/components/transcripts/use-transcribe'
import { systemClock } from '@/lib/clock'
import type { TranscriptView } from '@/lib/generations/transcript-view'

const SECOND = 1000

/** One transcript whole: its text or how far it is, where it comes from, and what it cost. */
export function TranscriptPage({ initial, now: serverNow }: { initial: TranscriptView; now: number }) {
  const { data } = useQuery(transcriptQuery(initial))
  useEffect(() => forgetAsk(initial), [initial])
  const view = data.generation.version >= initial.generation.version ? data : initial
  const [mountedAt] = useState(systemClock)
  const now = useServerNow(serverNow, mountedAt, isRunning(view.generation) ? SECOND : 60 * SECOND)
  return (
    <main id="main" className="flex flex-1 flex-col lg:flex-row">
      <div className="min-w-0 flex-1 px-4 pt-4 pb-6 md:px-6">
        <Words view={view} now={now} />
        {view.text === null && isOver(view.generation) && (
          <p className="mt-3">
            <DeleteClip view={view.generation} />
          </p>
        )}
      </div>
      <TranscriptFacts view={view} now={now} />
    </main>
  )
}

function Words({ view, now }: { view: TranscriptView; now: number }) {
  const { generation, text } = view
  if (text !== null) return <TranscriptText view={view} text={text} />
  return isUnclear(generation) ? <Unclear view={generation} /> : <Unwritten view={generation} now={now} />
}
