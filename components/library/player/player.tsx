'use client'

import { type RefObject, useRef, useState } from 'react'
import { clockOf } from '@/components/library/player/clip-frames'
import { PlayerBar } from '@/components/library/player/player-bar'
import { playerKeys } from '@/components/library/player/player-keys'
import { togglePlay } from '@/components/library/player/player-verbs'
import { usePlayerState } from '@/components/library/player/use-player-state'
import { usePageKeys } from '@/components/library/use-page-keys'
import type { ClipView } from '@/lib/generations/clip-view'

interface PlayerProps {
  clip: ClipView
  autoPlay: boolean
  /** The element that plays: frames are taken from it. */
  video: RefObject<HTMLVideoElement | null>
  onKeepFrame: () => void
}

/** The clip, in a box of its own shape, with its controls along the lower edge. */
export function Player({ clip, autoPlay, video, onKeepFrame }: PlayerProps) {
  const frame = useRef<HTMLDivElement>(null)
  const [broken, setBroken] = useState(false)
  const state = usePlayerState(video)
  usePageKeys(playerKeys(video, clockOf(clip)))
  return (
    <div
      ref={frame}
      data-playing={state.playing}
      className="group relative max-h-[calc(100dvh-11rem)] w-full overflow-hidden rounded-card bg-[#060908]"
      style={{ aspectRatio: `${clip.width} / ${clip.height}` }}
    >
      {/* biome-ignore lint/a11y/useMediaCaption: generated clips have no captions */}
      <video
        ref={video}
        src={clip.src}
        poster={clip.poster ?? undefined}
        autoPlay={autoPlay}
        playsInline
        preload="metadata"
        aria-label="Clip"
        onClick={({ currentTarget }) => togglePlay(currentTarget)}
        onError={() => setBroken(true)}
        className="size-full object-contain"
      />
      {broken ? (
        <p role="alert" className="absolute inset-x-0 bottom-0 bg-[rgb(6_9_8/.74)] p-4 text-[#f2ede1]">
          This browser can’t play the clip. The file is whole: download it and play it elsewhere.
        </p>
      ) : (
        <PlayerBar clip={clip} state={state} video={video} frame={frame} onKeepFrame={onKeepFrame} />
      )}
    </div>
  )
}
