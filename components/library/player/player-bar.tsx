'use client'

import { Camera, Maximize, Pause, Play, Repeat, StepBack, StepForward, Volume2, VolumeX } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { clockOf } from '@/components/library/player/clip-frames'
import { Seek } from '@/components/library/player/player-seek'
import {
  setRate,
  stepFrames,
  toggleFullScreen,
  toggleLoop,
  toggleMute,
  togglePlay,
} from '@/components/library/player/player-verbs'
import { RATES } from '@/components/library/player/rates'
import type { PlayerState } from '@/components/library/player/use-player-state'
import type { ClipView } from '@/lib/generations/clip-view'

interface PlayerBarProps {
  clip: ClipView
  state: PlayerState
  video: RefObject<HTMLVideoElement | null>
  frame: RefObject<HTMLDivElement | null>
  /** Keeps the frame that is shown as a picture. */
  onKeepFrame: () => void
}

/** The player's controls. While it plays they step back until the mouse or the keyboard asks for them. */
export function PlayerBar({ clip, state, video, frame, onKeepFrame }: PlayerBarProps) {
  const tell = (verb: (element: HTMLVideoElement) => void) => video.current && verb(video.current)
  const clock = clockOf(clip)
  const { playing, muted, looping, rate } = state
  return (
    <div className="absolute inset-x-0 bottom-0 flex items-center gap-1 bg-gradient-to-t from-[rgb(4_7_6/.8)] to-transparent px-3 pt-10 pb-3 text-[#f2ede1] transition-opacity group-data-[playing=true]:opacity-0 group-focus-within:opacity-100! group-hover:opacity-100! pointer-coarse:opacity-100! max-sm:flex-wrap max-sm:gap-0 max-sm:px-1 max-sm:pb-0">
      <Control name={playing ? 'Pause' : 'Play'} onClick={() => tell(togglePlay)}>
        {playing ? <Pause {...SOLID} /> : <Play {...SOLID} />}
      </Control>
      <Control name="Previous frame" shortcut="," onClick={() => tell((element) => stepFrames(element, clock, -1))}>
        <StepBack {...LINE} />
      </Control>
      <Control name="Next frame" shortcut="." onClick={() => tell((element) => stepFrames(element, clock, 1))}>
        <StepForward {...LINE} />
      </Control>
      <Seek clip={clip} seconds={state.seconds} video={video} />
      {clip.hasAudio && (
        <Control name="Mute" pressed={muted} onClick={() => tell(toggleMute)}>
          {muted ? <VolumeX {...LINE} /> : <Volume2 {...LINE} />}
        </Control>
      )}
      <Control name="Loop" shortcut="L" pressed={looping} onClick={() => tell(toggleLoop)}>
        <Repeat {...LINE} />
      </Control>
      <select
        aria-label="Speed"
        value={rate}
        onChange={({ target }) => tell((element) => setRate(element, Number(target.value)))}
        className="h-8 cursor-pointer appearance-none rounded-small bg-transparent px-1.5 text-center font-medium text-small hover:bg-[rgb(242_237_225/.14)] pointer-coarse:h-11 pointer-coarse:text-touch [&>option]:bg-popover [&>option]:text-ink"
      >
        {RATES.map((each) => (
          <option key={each} value={each}>
            {each}×
          </option>
        ))}
      </select>
      <Control name="Keep this frame" onClick={onKeepFrame}>
        <Camera {...LINE} />
      </Control>
      <Control name="Full screen" onClick={() => frame.current && toggleFullScreen(frame.current)}>
        <Maximize {...LINE} />
      </Control>
    </div>
  )
}

const LINE = { 'aria-hidden': true, size: 18, strokeWidth: 1.5 }
const SOLID = { 'aria-hidden': true, size: 18, strokeWidth: 1.5, fill: 'currentColor' }

interface ControlProps {
  name: string
  pressed?: boolean
  /** The key that does the same anywhere on the page. */
  shortcut?: string
  onClick: () => void
  children: ReactNode
}

function Control({ name, pressed, shortcut, onClick, children }: ControlProps) {
  return (
    <button
      type="button"
      aria-label={name}
      aria-pressed={pressed}
      aria-keyshortcuts={shortcut}
      title={shortcut ? `${name} (${shortcut})` : name}
      onClick={onClick}
      className="ring-inside grid size-8 shrink-0 place-items-center rounded-small hover:bg-[rgb(242_237_225/.14)] aria-pressed:bg-[rgb(242_237_225/.2)] pointer-coarse:size-11"
    >
      {children}
    </button>
  )
}
