import { Star, Trash2, Undo2, Volume2, VolumeX } from 'lucide-react'
import Link from 'next/link'
import type { CSSProperties } from 'react'
import type { Verdict } from '@/components/compare/use-verdicts'
import { amountWords } from '@/components/generation/money-words'
import { choiceWords, nameOf } from '@/components/generation/words'
import { Button } from '@/components/ui/button'
import type { ClipView } from '@/lib/generations/clip-view'
import type { GenerationView } from '@/lib/generations/view'

interface PaneProps {
  view: GenerationView
  clip: ClipView
  /** From 1: the key that chooses it. */
  number: number
  /** The keys that decide are about it. */
  chosen: boolean
  /** Its sound is heard. */
  heard: boolean
  verdict: Verdict
  onChoose: () => void
  onHear: () => void
  onKeep: () => void
  onReject: () => void
}

/** What one clip is and what the person decides of it, beneath its picture. */
export function Pane({ view, clip, number, chosen, heard, verdict, ...verbs }: PaneProps) {
  const { onChoose, onHear, onKeep, onReject } = verbs
  const { kept, rejected } = verdict
  return (
    <div className="@container mt-2">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <button
          type="button"
          aria-label={`Clip ${number}`}
          aria-pressed={chosen}
          aria-keyshortcuts={String(number)}
          onClick={onChoose}
          className="grid size-6 shrink-0 place-items-center rounded-small border border-line-strong font-medium text-ink-2 text-small hover:bg-surface-3 aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-ink-inverse max-md:size-11"
        >
          {number}
        </button>
        <div className="min-w-0 flex-1 @max-2xs:basis-[calc(100%-4rem)]">
          <Link
            href={`/library/${view.id}`}
            dir="auto"
            className="block truncate font-medium decoration-ink-3 underline-offset-3 hover:underline"
          >
            {nameOf(view)}
          </Link>
          <p className="flex text-ink-2 text-small">
            <span className="truncate">{[view.model.name, ...choiceWords(view.input)].join(' · ')}</span>
            <span className="shrink-0 whitespace-pre">{` · ${amountWords(view).amount}`}</span>
          </p>
        </div>
        {clip.hasAudio && (
          <Button
            kind="ghost"
            aria-label={`Sound of clip ${number}`}
            aria-pressed={heard}
            onClick={onHear}
            className="w-8 px-0! aria-pressed:text-ink max-md:w-11"
          >
            {heard ? <Volume2 {...ICON} /> : <VolumeX {...ICON} />}
          </Button>
        )}
        <Button
          kind="ghost"
          aria-label={`Keep clip ${number}`}
          aria-pressed={kept}
          onClick={onKeep}
          className="aria-pressed:text-ink"
        >
          <Star {...ICON} fill={kept ? 'currentColor' : 'none'} />
          <span className="max-sm:sr-only">{kept ? 'Kept' : 'Keep'}</span>
        </Button>
        <Button
          kind="ghost"
          aria-label={rejected ? `Undo: clip ${number}` : `Reject clip ${number}`}
          onClick={onReject}
        >
          {rejected ? <Undo2 {...ICON} /> : <Trash2 {...ICON} />}
          <span className="max-sm:sr-only">{rejected ? 'Undo' : 'Reject'}</span>
        </Button>
      </div>
    </div>
  )
}

const ICON = { 'aria-hidden': true, size: 14, strokeWidth: 1.5 }

interface PictureProps {
  clip: ClipView
  number: number
  heard: boolean
  rejected: boolean
  /** Lies over the other one, to be wiped away from the left by this share; null: has a place of its own. */
  wiped: number | null
  onVideo: (video: HTMLVideoElement | null) => void
  onPress: () => void
}

/** The picture of one clip. */
export function PanePicture({ clip, number, heard, rejected, wiped, onVideo, onPress }: PictureProps) {
  const style: CSSProperties = wiped === null ? {} : { clipPath: `inset(0 0 0 ${wiped * 100}%)` }
  return (
    <>
      <video
        ref={onVideo}
        src={clip.src}
        poster={clip.poster ?? undefined}
        muted={!heard}
        playsInline
        preload="auto"
        aria-label={`Clip ${number}`}
        onClick={onPress}
        style={style}
        className={`absolute inset-0 size-full object-contain transition-opacity ${rejected ? 'opacity-30' : ''}`}
      />
      {rejected && (
        <span className="absolute top-2 left-2 rounded-small bg-[rgb(6_9_8/.74)] px-2 py-0.5 text-[#f2ede1] text-small">
          In the bin
        </span>
      )}
    </>
  )
}
