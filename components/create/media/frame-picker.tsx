import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useRef, useState } from 'react'
import {
  frameName,
  framesOf,
  type GrabbedFrame,
  grabFrame,
  showFrame,
  takenAt,
  timeOfFrame,
} from '@/components/create/media/grab-frame'
import type { ClipChoice } from '@/components/create/media/library-choices'
import { playheadWords } from '@/components/generation/words'
import { Button } from '@/components/ui/button'

interface FramePickerProps {
  clip: ClipChoice
  onFrame: (frame: GrabbedFrame) => void
  onBack: () => void
}

/** Any frame of a clip, chosen on a scrubber and taken exactly as it is shown. Begins at the last, which continues a shot. */
export function FramePicker({ clip, onFrame, onBack }: FramePickerProps) {
  const video = useRef<HTMLVideoElement>(null)
  const last = framesOf(clip) - 1
  const [frame, setFrame] = useState(last)
  /** The frame that is on screen; null while it is looked for. */
  const [shown, setShown] = useState<number | null>(null)
  const wanted = useRef(last)
  const looking = useRef(false)
  const [problem, setProblem] = useState<string | null>(null)

  function go(to: number) {
    const next = Math.min(last, Math.max(0, to))
    setFrame(next)
    void seek(next)
  }

  /** One after the other, to the one that is wanted last: what is drawn while two are looked for may be either. */
  async function seek(to: number) {
    wanted.current = to
    setShown(null)
    if (looking.current || !video.current) return
    looking.current = true
    let found: number
    do {
      found = wanted.current
      await showFrame(video.current, found, clip)
    } while (found !== wanted.current)
    looking.current = false
    setShown(found)
  }

  async function take() {
    if (!video.current || shown !== frame) return
    try {
      const picture = await grabFrame(video.current, frameName(clip.name, frame))
      onFrame({ picture, takenFrom: { hash: clip.medium.hash, atMs: takenAt(frame, clip) } })
    } catch {
      setProblem('This browser could not read the frame. Choose a picture instead.')
    }
  }

  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 p-4">
      <div className="relative min-h-0 flex-1 overflow-hidden rounded-control bg-[#060908]">
        <video
          ref={video}
          src={clip.src}
          muted
          playsInline
          preload="auto"
          aria-label={`Frame ${frame + 1} of ${clip.name}`}
          onLoadedData={() => void seek(frame)}
          onError={() => setProblem('This browser can’t show the clip, so it can’t take a frame of it.')}
          className="absolute inset-0 size-full object-contain"
        />
      </div>
      <div className="flex items-center gap-2">
        <Button
          kind="ghost"
          aria-label="Previous frame"
          aria-disabled={frame === 0}
          onClick={() => go(frame - 1)}
          className="max-md:w-11"
        >
          <ChevronLeft aria-hidden className="size-4" strokeWidth={1.5} />
        </Button>
        <input
          type="range"
          aria-label="Frame"
          aria-valuetext={`Frame ${frame + 1} of ${last + 1}, at ${playheadWords(timeOfFrame(frame, clip))}`}
          min={0}
          max={last}
          step={1}
          value={frame}
          onChange={({ target }) => go(Number(target.value))}
          className="h-8 min-w-0 flex-1 accent-ink max-md:h-11"
        />
        <Button
          kind="ghost"
          aria-label="Next frame"
          aria-disabled={frame === last}
          onClick={() => go(frame + 1)}
          className="max-md:w-11"
        >
          <ChevronRight aria-hidden className="size-4" strokeWidth={1.5} />
        </Button>
        <span className="w-24 shrink-0 text-right text-ink-2 text-small">
          {frame + 1} of {last + 1}
        </span>
      </div>
      {problem && (
        <p role="alert" className="text-small text-state-loss">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={() => go(0)}>First frame</Button>
        <Button onClick={() => go(last)}>Last frame</Button>
        <span className="flex-1 max-md:hidden" />
        <Button kind="ghost" onClick={onBack}>
          Other clip
        </Button>
        <Button kind="quiet" aria-disabled={shown !== frame} onClick={() => void take()}>
          Use this frame
        </Button>
      </div>
    </div>
  )
}
