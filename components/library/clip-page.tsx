'use client'

import { useQuery } from '@tanstack/react-query'
import { type RefObject, useRef, useState } from 'react'
import { isRunning } from '@/components/generation/states'
import { isUnclear } from '@/components/generation/unclear'
import { useServerNow } from '@/components/generation/use-server-now'
import { BinNotice } from '@/components/library/bin-notice'
import { ClipActions } from '@/components/library/clip-actions'
import { CLIP_KEYS } from '@/components/library/clip-keys'
import { Facts } from '@/components/library/facts'
import { generationQuery } from '@/components/library/generation-query'
import { Lineage } from '@/components/library/lineage/lineage'
import { MarksPart } from '@/components/library/marks/marks'
import { useMarks } from '@/components/library/marks/use-marks'
import { PageKeys } from '@/components/library/page-keys'
import { Player } from '@/components/library/player/player'
import { Unclear } from '@/components/library/unclear/unclear'
import { Unfinished } from '@/components/library/unfinished'
import { useClipCommands } from '@/components/library/use-clip-commands'
import { type Frames, useFrames } from '@/components/library/use-frames'
import { systemClock } from '@/lib/clock'
import type { GenerationView } from '@/lib/generations/view'
import type { Marks } from '@/lib/library/marks-view'

const SECOND = 1000

interface ClipPageProps {
  initial: GenerationView
  marks: Marks
  /** The server's clock, ms since 1970. */
  now: number
  /** Start playing at once: the person pressed Play to come here. */
  play: boolean
}

/** One generation whole: its clip or how far it is, its family, what it was made from, and what it cost. */
export function ClipPage({ initial, marks: initialMarks, now: serverNow, play }: ClipPageProps) {
  const { data } = useQuery(generationQuery(initial))
  const view = data.version >= initial.version ? data : initial
  const [mountedAt] = useState(systemClock)
  const now = useServerNow(serverNow, mountedAt, isRunning(view) ? SECOND : 60 * SECOND)
  const video = useRef<HTMLVideoElement>(null)
  const frames = useFrames(view, video)
  const desk = useMarks(view.id, initialMarks)
  useClipCommands(view)
  return (
    <main id="main" className="flex flex-1 flex-col lg:flex-row">
      <div className="min-w-0 flex-1 px-4 pt-4 pb-6 md:px-6">
        {desk.marks.binnedAt !== null && <BinNotice view={view} binnedAt={desk.marks.binnedAt} desk={desk} />}
        <Media view={view} now={now} play={play} video={video} frames={frames} />
        <ClipActions view={view} frames={frames} binned={desk.marks.binnedAt !== null} />
        <Lineage key={view.id} id={view.id} />
      </div>
      <Facts view={view} now={now}>
        <MarksPart view={view} desk={desk} />
      </Facts>
      <PageKeys table={CLIP_KEYS} />
    </main>
  )
}

interface MediaProps extends Pick<ClipPageProps, 'now' | 'play'> {
  view: GenerationView
  video: RefObject<HTMLVideoElement | null>
  frames: Frames
}

function Media({ view, now, play, video, frames }: MediaProps) {
  if (view.clip) {
    return <Player key={view.clip.hash} clip={view.clip} autoPlay={play} video={video} onKeepFrame={frames.keepShown} />
  }
  return isUnclear(view) ? <Unclear view={view} /> : <Unfinished view={view} now={now} />
}
