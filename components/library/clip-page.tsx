'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isUnclear } from '@/components/generation/unclear'
import { useServerNow } from '@/components/generation/use-server-now'
import { ClipActions } from '@/components/library/clip-actions'
import { Facts } from '@/components/library/facts'
import { generationQuery, isRunning } from '@/components/library/generation-query'
import { Player } from '@/components/library/player/player'
import { Unclear } from '@/components/library/unclear/unclear'
import { Unfinished } from '@/components/library/unfinished'
import { systemClock } from '@/lib/clock'
import type { GenerationView } from '@/lib/generations/view'

const SECOND = 1000

interface ClipPageProps {
  initial: GenerationView
  /** The server's clock, ms since 1970. */
  now: number
  /** Start playing at once: the person pressed Play to come here. */
  play: boolean
}

/** One generation whole: its clip or how far it is, what it was made from, and what it cost. */
export function ClipPage({ initial, now: serverNow, play }: ClipPageProps) {
  const { data } = useQuery(generationQuery(initial))
  const view = data.version >= initial.version ? data : initial
  const [mountedAt] = useState(systemClock)
  const now = useServerNow(serverNow, mountedAt, isRunning(view) ? SECOND : 60 * SECOND)
  return (
    <main id="main" className="flex flex-1 flex-col lg:flex-row">
      <div className="min-w-0 flex-1 px-4 pt-4 pb-6 md:px-6">
        <Media view={view} now={now} play={play} />
        <ClipActions view={view} />
      </div>
      <Facts view={view} now={now} />
    </main>
  )
}

function Media({ view, now, play }: { view: GenerationView; now: number; play: boolean }) {
  if (view.clip) return <Player key={view.clip.hash} clip={view.clip} autoPlay={play} />
  return isUnclear(view) ? <Unclear view={view} /> : <Unfinished view={view} now={now} />
}
