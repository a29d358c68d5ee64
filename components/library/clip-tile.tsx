'use client'

import { FlaskConical } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { amountWords } from '@/components/generation/money-words'
import { LengthTag, Poster } from '@/components/generation/poster'
import { lengthWords, nameOf } from '@/components/generation/words'
import { HoverPreview, useHoverPreview } from '@/components/library/hover-preview'
import { leaveLibrary } from '@/components/library/way-back'
import type { GenerationView } from '@/lib/generations/view'

/** A clip in the library: its picture, which plays under the mouse, and what it cost. */
export function ClipTile({ view }: { view: GenerationView }) {
  const { amount } = amountWords(view)
  const preview = useHoverPreview()
  // The page behind a tile is only fetched ahead for the tile somebody is about to open.
  const [near, setNear] = useState(false)
  return (
    <Link
      href={`/library/${view.id}`}
      prefetch={near ? null : false}
      aria-label={tileName(view)}
      onClick={leaveLibrary}
      onFocus={() => setNear(true)}
      onPointerEnter={(event) => {
        setNear(true)
        preview.enter(event)
      }}
      onPointerLeave={preview.leave}
      className="block rounded-control"
    >
      <div className="relative aspect-(--ratio) overflow-hidden rounded-control bg-surface-3 [content-visibility:auto]">
        <Poster view={view} />
        {preview.shown && view.clip && <HoverPreview clip={view.clip} onFailed={preview.leave} />}
        {view.account.sandbox && <SandboxMark />}
        {view.clip && <LengthTag durationMs={view.clip.durationMs} />}
      </div>
      <p className="mt-1 hidden items-baseline gap-2 text-small md:flex">
        <span dir="auto" className="min-w-0 flex-1 truncate text-ink-2">
          {view.input.prompt.trim() || view.model.name}
        </span>
        <span className="text-ink-3">{amount}</span>
      </p>
    </Link>
  )
}

function tileName(view: GenerationView): string {
  const length = view.clip && lengthWords(view.clip.durationMs)
  const parts = [nameOf(view), length, amountWords(view).amount, view.account.sandbox ? 'Sandbox' : null]
  return parts.filter((part) => part !== null).join(', ')
}

function SandboxMark() {
  return (
    <span
      title="Made in the sandbox"
      className="absolute top-2 left-2 grid size-[18px] place-items-center rounded-small bg-[rgb(6_9_8/.74)] text-[#c9cdc3]"
    >
      <FlaskConical aria-hidden size={12} strokeWidth={1.5} />
    </span>
  )
}
