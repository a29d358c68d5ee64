'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Star, X } from 'lucide-react'
import Link from 'next/link'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { StateBadge } from '@/components/generation/state-badge'
import { lengthWords } from '@/components/generation/words'
import { itemAmount, itemName } from '@/components/library/grid/tile-words'
import { patchLists } from '@/components/library/list/patch'
import { activate, gridState, sendTo, togglePicked } from '@/components/library/selection/grid-store'
import { useGridState } from '@/components/library/selection/use-grid-state'
import type { ListVerbs } from '@/components/library/verbs/use-list-verbs'
import { leaveLibrary } from '@/components/library/way-back'
import { useMarkSeen } from '@/components/told/use-mark-seen'
import { buttonClass } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { Sheet } from '@/components/ui/sheet'
import type { LibraryItem } from '@/lib/library/view'

interface QuickLookProps {
  items: readonly LibraryItem[]
  placeOf: (id: string | null) => number | undefined
  verbs: ListVerbs
  onMore: (() => void) | null
  onClose: () => void
}

/** So near the end the next page is asked for. */
const NEAR_END = 8

/** The active clip, large and playing, over the grid; the keys of the grid go on working, so a list is culled in it. */
export function QuickLook({ items, placeOf, verbs, onMore, onClose }: QuickLookProps) {
  const active = useGridState((state) => state.active)
  const at = placeOf(active) ?? 0
  const item = items[at]
  useEffect(() => {
    if (at >= items.length - NEAR_END) onMore?.()
  }, [at, items.length, onMore])
  useSeen(item)
  const gone = item === undefined
  useEffect(() => {
    if (gone) onClose()
  }, [gone, onClose])
  if (!item) return null
  const close = () => {
    onClose()
    sendTo(gridState().active)
  }
  return (
    <Sheet
      label={itemName(item)}
      onClose={close}
      className="m-auto h-dvh w-screen overflow-hidden bg-bg! md:h-[min(56rem,calc(100dvh-4rem))] md:w-[min(90rem,calc(100vw-4rem))] md:rounded-card"
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole dialog, wherever the focus is in it */}
      <div onKeyDown={(event) => onKey(event, item)} className="flex h-full flex-col">
        <Stage key={item.id} item={item} />
        <Foot item={item} at={at} verbs={verbs} onClose={close} />
      </div>
    </Sheet>
  )

  function step(by: number) {
    const next = items[at + by]
    if (next) activate(next.id)
  }

  function onKey(event: KeyboardEvent, shown: LibraryItem) {
    const key = event.key.toLowerCase()
    if (event.metaKey || event.altKey || (event.ctrlKey && key !== ' ')) return
    if (key === 'arrowright' || key === 'arrowdown') step(1)
    else if (key === 'arrowleft' || key === 'arrowup') step(-1)
    else if (key === 'x' || (key === ' ' && event.ctrlKey)) togglePicked(shown)
    else if (key === ' ') close()
    else if (key === 'f') verbs.star([shown])
    else if (/^[0-5]$/.test(key)) verbs.rate([shown], key === '0' ? null : Number(key))
    else if (key === 'delete' || key === 'backspace') verbs.remove([shown])
    else return
    event.preventDefault()
  }
}

/** What is looked at is not new any more; when nobody answers it stays new, and that is all. */
function useSeen(item: LibraryItem | undefined): void {
  const client = useQueryClient()
  const markSeen = useMarkSeen()
  const id = item?.unseen ? item.id : null
  useEffect(() => {
    if (id === null) return
    patchLists(client, new Set([id]), (seen) => ({ ...seen, unseen: false }))
    void markSeen([id])
  }, [client, id, markSeen])
}

function Stage({ item: { clip, state } }: { item: LibraryItem }) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    // Refused where the browser wants a click first: then the controls are there.
    void video.current?.play().catch(() => undefined)
  }, [])
  if (clip === null) {
    return (
      <div className="grid min-h-0 flex-1 place-items-center bg-surface-1">
        <StateBadge state={state} />
      </div>
    )
  }
  return (
    // biome-ignore lint/a11y/useMediaCaption: a generated clip has no captions
    <video
      ref={video}
      src={clip.src}
      poster={clip.poster ?? undefined}
      controls
      loop
      playsInline
      className="min-h-0 w-full flex-1 bg-[#060908] object-contain"
    />
  )
}

interface FootProps {
  item: LibraryItem
  at: number
  verbs: ListVerbs
  onClose: () => void
}

function Foot({ item, at, verbs, onClose }: FootProps) {
  const picked = useGridState((state) => state.picked.has(item.id))
  const facts = [item.model.name, item.clip && lengthWords(item.clip.durationMs), itemAmount(item)]
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-line border-t px-4 py-3">
      <div className="min-w-0 flex-1 basis-60">
        <p dir="auto" className="truncate">
          {item.prompt.trim() || item.model.name}
        </p>
        <p role="status" className="text-ink-2 text-small">
          {[...facts, picked ? 'selected' : null].filter(Boolean).join(' · ')}
          <span className="sr-only">{`, ${at + 1}: ${itemName(item)}`}</span>
        </p>
      </div>
      <Rating item={item} verbs={verbs} />
      <button
        type="button"
        aria-label="Star"
        aria-pressed={item.starred}
        onClick={() => verbs.star([item])}
        className="grid size-8 place-items-center rounded-control text-ink-2 hover:bg-surface-3 hover:text-ink aria-pressed:text-ink max-md:size-11"
      >
        <Star aria-hidden size={16} strokeWidth={1.5} fill={item.starred ? 'currentColor' : 'none'} />
      </button>
      <Link href={`/library/${item.id}`} onClick={leaveLibrary} className={buttonClass()}>
        Open
      </Link>
      <button type="button" data-first onClick={onClose} className={buttonClass({ kind: 'ghost' }, 'max-md:w-11')}>
        <X aria-hidden size={14} strokeWidth={1.75} />
        <span className="max-md:sr-only">Close</span>
        <span className="max-md:hidden">
          <Kbd>Space</Kbd>
        </span>
      </button>
    </div>
  )
}

function Rating({ item, verbs }: { item: LibraryItem; verbs: ListVerbs }) {
  return (
    <fieldset className="flex items-center">
      <legend className="sr-only">Rating</legend>
      <span aria-hidden className="mr-1 text-ink-3 text-small max-md:hidden">
        Rate
      </span>
      {[1, 2, 3, 4, 5].map((rating) => (
        <button
          key={rating}
          type="button"
          aria-label={`${rating} of 5`}
          aria-pressed={item.rating === rating}
          onClick={() => verbs.rate([item], item.rating === rating ? null : rating)}
          className={`h-8 w-6 rounded-small text-small max-md:h-11 max-md:w-8 ${
            rating <= (item.rating ?? 0) ? 'font-semibold text-ink' : 'text-ink-3 hover:text-ink'
          }`}
        >
          {rating}
        </button>
      ))}
    </fieldset>
  )
}
