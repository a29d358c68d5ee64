'use client'

import { useRef, useState } from 'react'
import { PlayerBar } from '@/components/library/player-bar'
import { togglePlay } from '@/components/library/player-verbs'
import { usePlayerKeys } from '@/components/library/use-player-keys'
import { usePlayerState } from '@/components/library/use-player-state'
import type { ClipView } from '@/lib/generations/view'

/** The clip, in a box of its own shape, with its controls along the lower edge. */
export function Player({ clip, autoPlay }: { clip: ClipView; autoPlay: boolean }) {
  const frame = useRef<HTMLDivElement>(null)
  const video = useRef<HTMLVideoElement>(null)
  const [broken, setBroken] = useState(false)
  const state = usePlayerState(video)
  usePlayerKeys(video)
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
        <PlayerBar clip={clip} state={state} video={video} frame={frame} />
      )}
    </div>
  )
}
