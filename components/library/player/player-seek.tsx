import type { CSSProperties, RefObject } from 'react'
import { playheadWords } from '@/components/generation/words'
import { seekTo } from '@/components/library/player/player-verbs'
import { SEEK_ON_PICTURE } from '@/components/library/player/seek-style'
import type { ClipView } from '@/lib/generations/clip-view'

interface SeekProps {
  clip: ClipView
  /** Where the playhead is. */
  seconds: number
  video: RefObject<HTMLVideoElement | null>
}

/** Where the playhead is, as a slider and in words. */
export function Seek({ clip, seconds, video }: SeekProps) {
  const whole = clip.durationMs / 1000
  const at = Math.min(seconds, whole)
  const style: CSSProperties & Record<'--played', string> = { '--played': `${(at / whole) * 100}%` }
  return (
    <>
      <span className="w-13 shrink-0 text-right font-semibold text-body max-sm:mr-auto max-sm:text-left">
        {playheadWords(at)}
      </span>
      <input
        type="range"
        aria-label="Seek"
        aria-valuetext={`${playheadWords(at)} of ${playheadWords(whole)}`}
        min={0}
        max={whole}
        step="any"
        value={at}
        onChange={({ target }) => video.current && seekTo(video.current, Number(target.value))}
        style={style}
        className={SEEK_ON_PICTURE}
      />
      <span className="mr-1 shrink-0 text-body max-sm:hidden">{playheadWords(whole)}</span>
    </>
  )
}
