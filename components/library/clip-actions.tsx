import { ArrowUpRight, Images, ImageUpscale, SlidersHorizontal, SquareArrowRight, TextCursorInput } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { isOver } from '@/components/generation/states'
import { isUnclear } from '@/components/generation/unclear'
import { Again } from '@/components/library/again/again'
import { DownloadClip } from '@/components/library/archive/download-clip'
import { DeleteClip } from '@/components/library/delete-clip'
import { useFrameCommands } from '@/components/library/use-frame-commands'
import type { Frames } from '@/components/library/use-frames'
import { Star } from '@/components/queue/star'
import { Button, buttonClass } from '@/components/ui/button'
import { placedMedia } from '@/lib/generations/media-input'
import type { GenerationView } from '@/lib/generations/view'

interface ClipActionsProps {
  view: GenerationView
  frames: Frames
  binned: boolean
}

const ICON = { 'aria-hidden': true, size: 14, strokeWidth: 1.5 }

/** What can be done with a generation from its own page. */
export function ClipActions({ view, frames, binned }: ClipActionsProps) {
  const { id, clip, input } = view
  const hasInputs = placedMedia(input.media).length > 0
  useFrameCommands(frames, clip ? 'This clip' : null, true)
  return (
    <>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        {clip && (
          <>
            <Use id={id} what="settings" icon={<SlidersHorizontal {...ICON} />}>
              Use settings
            </Use>
            <Use id={id} what="prompt" icon={<TextCursorInput {...ICON} />}>
              Use prompt
            </Use>
            <GoOn frames={frames} />
            <Use id={id} what="upscale" icon={<ImageUpscale {...ICON} />}>
              Upscale
            </Use>
            <span className="flex-1" />
            <Star view={view} withKey />
            <DownloadClip id={id} clip={clip} />
          </>
        )}
        {isOver(view) && !binned && <DeleteClip view={view} />}
      </div>
      {frames.said && (
        <p role="status" className="mt-2 text-ink-2 text-small">
          {frames.said}
        </p>
      )}
      {isOver(view) && !isUnclear(view) && (
        <div className="mt-2 flex flex-wrap items-start gap-2">
          <Again view={view} />
          {hasInputs && (
            <Use id={id} what="inputs" kind="ghost" icon={<Images {...ICON} />}>
              Use inputs
            </Use>
          )}
          {clip && (
            <Button
              kind="ghost"
              aria-disabled={frames.busy}
              onClick={() => frames.busy || frames.goOnFrom('shown')}
              className="font-normal"
            >
              <ArrowUpRight {...ICON} />
              Continue from this frame
            </Button>
          )}
        </div>
      )}
    </>
  )
}

/** Begins the next shot where this one ends. */
function GoOn({ frames: { busy, goOnFrom } }: { frames: Frames }) {
  return (
    <Button aria-disabled={busy} onClick={() => busy || goOnFrom('last')}>
      <SquareArrowRight {...ICON} />
      {busy ? 'Taking the frame…' : 'Continue from last frame'}
    </Button>
  )
}

interface UseProps {
  id: string
  what: 'settings' | 'prompt' | 'inputs' | 'upscale'
  kind?: 'plain' | 'ghost'
  icon: ReactNode
  children: ReactNode
}

/** Fills the form of Create, and goes there. */
function Use({ id, what, kind = 'plain', icon, children }: UseProps) {
  return (
    <Link href={`/?from=${id}&use=${what}`} className={buttonClass({ kind })}>
      {icon}
      {children}
    </Link>
  )
}
