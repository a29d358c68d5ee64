import { Columns2, Pause, Play, Repeat, SquareSplitHorizontal, StepBack, StepForward } from 'lucide-react'
import type { CSSProperties } from 'react'
import type { ClockState, CompareClock } from '@/components/compare/clock'
import { playheadWords } from '@/components/generation/words'
import { RATES } from '@/components/library/player/rates'
import { SEEK_ON_PAGE } from '@/components/library/player/seek-style'
import { Button } from '@/components/ui/button'

export type Mode = 'side' | 'wipe'

interface CompareBarProps {
  clock: CompareClock
  state: ClockState
  /** Of the longest clip, seconds. */
  length: number
  /** null where there are too many clips for a wipe. */
  mode: Mode | null
  onMode: (mode: Mode) => void
}

const ICON = { 'aria-hidden': true, size: 18, strokeWidth: 1.5 }
const SQUARE = 'w-8 px-0! max-md:w-11'

/** One set of controls for all clips. */
export function CompareBar({ clock, state, length, mode, onMode }: CompareBarProps) {
  const { playing, seconds, looping, rate } = state
  const at = Math.min(seconds, length)
  const style: CSSProperties & Record<'--played', string> = { '--played': `${(at / length) * 100}%` }
  return (
    <div className="flex flex-wrap items-center gap-1">
      <Button kind="ghost" aria-label={playing ? 'Pause' : 'Play'} onClick={() => clock.toggle()} className={SQUARE}>
        {playing ? <Pause {...ICON} fill="currentColor" /> : <Play {...ICON} fill="currentColor" />}
      </Button>
      <Button kind="ghost" aria-label="Previous frame" onClick={() => clock.step(-1)} className={SQUARE}>
        <StepBack {...ICON} />
      </Button>
      <Button kind="ghost" aria-label="Next frame" onClick={() => clock.step(1)} className={SQUARE}>
        <StepForward {...ICON} />
      </Button>
      <span className="w-13 shrink-0 text-right font-semibold">{playheadWords(at)}</span>
      <input
        type="range"
        aria-label="Seek"
        aria-valuetext={`${playheadWords(at)} of ${playheadWords(length)}`}
        min={0}
        max={length}
        step="any"
        value={at}
        onChange={({ target }) => clock.seek(Number(target.value))}
        style={style}
        className={SEEK_ON_PAGE}
      />
      <span className="shrink-0 text-ink-2 max-md:hidden">{playheadWords(length)}</span>
      <Button
        kind="ghost"
        aria-label="Loop"
        aria-pressed={looping}
        onClick={() => clock.loop(!looping)}
        className={`${SQUARE} aria-pressed:bg-surface-3 aria-pressed:text-ink`}
      >
        <Repeat {...ICON} />
      </Button>
      <select
        aria-label="Speed"
        value={rate}
        onChange={({ target }) => clock.speed(Number(target.value))}
        className="h-8 cursor-pointer appearance-none rounded-small bg-transparent px-1.5 text-center font-medium text-small hover:bg-surface-3 max-md:h-11 max-md:text-touch [&>option]:bg-popover [&>option]:text-ink"
      >
        {RATES.map((each) => (
          <option key={each} value={each}>
            {each}×
          </option>
        ))}
      </select>
      {mode !== null && (
        <Button
          onClick={() => onMode(mode === 'wipe' ? 'side' : 'wipe')}
          aria-keyshortcuts="W"
          className="ml-1 max-sm:ml-auto max-sm:w-11 max-sm:px-0!"
        >
          {mode === 'wipe' ? <Columns2 {...ICON} size={14} /> : <SquareSplitHorizontal {...ICON} size={14} />}
          <span className="max-sm:sr-only">{mode === 'wipe' ? 'Side by side' : 'Wipe'}</span>
        </Button>
      )}
    </div>
  )
}
