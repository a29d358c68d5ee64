import { type PointerEvent, useRef } from 'react'
import { frameAfterKey } from '@/components/create/media/frames'
import { playheadWords } from '@/components/generation/words'
import { KEYFRAME_RATE } from '@/lib/generations/media-input'

interface FrameRulerProps {
  frames: readonly number[]
  /** The last frame of the clip. */
  last: number
  onMove: (at: number, frame: number) => void
}

/** The clip from its first frame to its last, a mark a second; every keyframe stands on it and can be dragged. */
export function FrameRuler({ frames, last, onMove }: FrameRulerProps) {
  const track = useRef<HTMLDivElement>(null)
  const seconds = Math.floor(last / KEYFRAME_RATE)
  const share = (frame: number) => `${(Math.min(frame, last) / last) * 100}%`

  function drag(at: number, event: PointerEvent) {
    const box = track.current?.getBoundingClientRect()
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    const along = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width))
    onMove(at, Math.round(along * last))
  }

  return (
    <div className="px-3">
      <div ref={track} className="relative h-9 max-md:h-12">
        <span aria-hidden className="absolute inset-x-0 top-1/2 h-px bg-line-strong" />
        {Array.from({ length: seconds + 1 }, (_, second) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a mark is its second
            key={second}
            aria-hidden
            style={{ left: share(second * KEYFRAME_RATE) }}
            className="absolute top-1/2 h-1.5 w-px bg-line-strong"
          />
        ))}
        {frames.map((frame, at) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a keyframe is known by its number, and keeps it while it is moved
            key={at}
            role="slider"
            tabIndex={0}
            aria-label={`Keyframe ${at + 1}`}
            aria-valuemin={0}
            aria-valuemax={last}
            aria-valuenow={Math.min(frame, last)}
            aria-valuetext={`Frame ${frame}, at ${playheadWords(frame / KEYFRAME_RATE)}`}
            style={{ left: share(frame) }}
            onKeyDown={(event) => {
              const to = event.altKey || event.ctrlKey || event.metaKey ? null : frameAfterKey(event.key, frame, last)
              if (to === null) return
              event.preventDefault()
              onMove(at, to)
            }}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={(event) => drag(at, event)}
            className="absolute top-1/2 grid h-6 min-w-6 -translate-x-1/2 -translate-y-1/2 cursor-ew-resize touch-none place-items-center rounded-small bg-ink px-1 font-medium text-caption text-ink-inverse max-md:h-11 max-md:min-w-8"
          >
            {at + 1}
          </span>
        ))}
      </div>
      <p aria-hidden className="flex justify-between text-caption text-ink-3">
        <span>0</span>
        <span>{last}</span>
      </p>
    </div>
  )
}
