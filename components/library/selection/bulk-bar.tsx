'use client'

import { Columns2, Download, type LucideIcon, RotateCcw, Star, Trash2, X } from 'lucide-react'
import { clockWords } from '@/components/generation/words'
import { DownloadClips } from '@/components/library/archive/download-clips'
import { MovePanel } from '@/components/library/selection/move-panel'
import { TagPanel } from '@/components/library/selection/tag-panel'
import { useGridState } from '@/components/library/selection/use-grid-state'
import { refuse } from '@/components/library/verbs/notice-store'
import { COMPARED, type ListVerbs } from '@/components/library/verbs/use-list-verbs'
import type { LibraryFacets, LibraryItem } from '@/lib/library/view'
import { formatUsd } from '@/lib/money/format'

interface BulkBarProps {
  facets: LibraryFacets | undefined
  verbs: ListVerbs
  /** What is selected lies in the bin. */
  bin: boolean
  /** Whose clips they are; null: of the account in use. */
  account: string | null
  /** How many clips are found; null while that is not known. */
  found: number | null
  /** So many of them are loaded. */
  loaded: number
}

/** What is selected, its length and its price together, and what can be done with it. */
export function BulkBar({ facets, verbs, bin, account, found, loaded }: BulkBarProps) {
  const picked = useGridState((state) => state.picked)
  if (picked.size === 0) return null
  const items = [...picked.values()]
  // Offered to who has just selected everything that is loaded.
  const all = found !== null && picked.size >= loaded && picked.size < found ? found : null
  return (
    <div
      role="toolbar"
      aria-label="Selected clips"
      onKeyDown={({ key, target }) => key === 'Escape' && !isInPopover(target) && verbs.letGo()}
      className="pointer-events-auto flex max-w-full flex-wrap items-center rounded-card bg-popover p-1.5 shadow-popover max-md:w-full max-md:justify-center md:flex-nowrap md:gap-1 md:pl-4"
    >
      <p className="flex min-w-0 items-baseline gap-x-3 pr-2 text-ink-2 max-md:basis-[calc(100%-3rem)] max-md:pl-2">
        <strong className="shrink-0 font-semibold text-ink">{picked.size.toLocaleString('en-US')} selected</strong>
        <span className="truncate">{sumWords(items)}</span>
        {all !== null && (
          <button
            type="button"
            onClick={verbs.selectAll}
            className="shrink-0 underline decoration-line-strong underline-offset-4 hover:text-ink"
          >
            Select all {all.toLocaleString('en-US')}
          </button>
        )}
      </p>
      <BarButton name="Select nothing" Icon={X} onPress={verbs.letGo} bare className="md:order-last" />
      <Line />
      {bin ? (
        <>
          <BarButton name="Restore" Icon={RotateCcw} onPress={() => verbs.restore(items)} />
          <BarButton name="Delete for good" Icon={Trash2} onPress={() => verbs.remove(items)} />
        </>
      ) : (
        <>
          <StarButton items={items} verbs={verbs} />
          <TagPanel items={items} tags={facets?.tags ?? []} verbs={verbs} />
          <MovePanel items={items} projects={facets?.projects ?? []} verbs={verbs} />
          <BarButton
            name="Compare"
            Icon={Columns2}
            disabled={picked.size < COMPARED[0] || picked.size > COMPARED[1]}
            onPress={verbs.compare}
          />
          <DownloadButton items={items} account={account} />
          <BarButton name="Delete" Icon={Trash2} onPress={() => verbs.remove(items)} />
        </>
      )}
      <Line />
    </div>
  )
}

/** There Esc closes what is open, and no more. */
const isInPopover = (target: EventTarget) => target instanceof Element && target.closest('[popover]') !== null

const DOWNLOAD = 'download-selected'

/** Presses the bar's Download for who asks for it by name: the bar says how far it is. */
export function pressDownload(): void {
  document.getElementById(DOWNLOAD)?.querySelector('button')?.click()
}

/** An archive holds so many clips. */
const MOST_CLIPS = 1000

function DownloadButton({ items, account }: { items: readonly LibraryItem[]; account: string | null }) {
  const ids = items.flatMap(({ id, clip }) => (clip ? [id] : []))
  const words = `An archive holds ${MOST_CLIPS.toLocaleString('en-US')} clips. Select fewer.`
  return (
    <span id={DOWNLOAD} className="max-md:flex-1 [&_button]:max-md:w-full">
      {ids.length > MOST_CLIPS ? (
        <BarButton name="Download" Icon={Download} disabled onPress={() => refuse(words)} />
      ) : (
        <DownloadClips ids={ids} account={account} className={BAR_BUTTON} />
      )}
    </span>
  )
}

function StarButton({ items, verbs }: { items: LibraryItem[]; verbs: ListVerbs }) {
  const all = items.every(({ starred }) => starred)
  return <BarButton name="Star" Icon={Star} pressed={all} onPress={() => verbs.star(items)} />
}

function sumWords(items: readonly LibraryItem[]): string {
  const ms = items.reduce((sum, { clip }) => sum + (clip?.durationMs ?? 0), 0)
  const microUsd = items.reduce((sum, { chargedMicroUsd }) => sum + (chargedMicroUsd ?? 0), 0)
  return `${clockWords(Math.round(ms / 1000) * 1000)} in all · ${formatUsd(microUsd)} charged`
}

const Line = () => <span aria-hidden className="mx-1 h-5 w-px bg-line-strong max-md:hidden" />

/** The look of what stands in the bar: on a phone its word is under its icon. */
export const BAR_BUTTON =
  'flex h-9 items-center gap-2 rounded-control px-2.5 text-ink transition-colors hover:bg-surface-3 aria-disabled:opacity-60 max-md:h-13 max-md:min-w-14 max-md:flex-1 max-md:flex-col max-md:justify-center max-md:gap-1 max-md:px-1 max-md:text-small'

interface BarButtonProps {
  name: string
  Icon: LucideIcon
  onPress: () => void
  pressed?: boolean
  /** Not now; pressed it says why. */
  disabled?: boolean
  /** Its icon says it. */
  bare?: boolean
  className?: string
}

function BarButton({ name, Icon, onPress, pressed, disabled = false, bare = false, className = '' }: BarButtonProps) {
  return (
    <button
      type="button"
      aria-label={bare ? name : undefined}
      aria-pressed={pressed}
      aria-disabled={disabled}
      title={bare ? name : undefined}
      onClick={onPress}
      className={
        bare
          ? `grid size-9 place-items-center rounded-control text-ink-2 hover:text-ink max-md:size-11 ${className}`
          : BAR_BUTTON
      }
    >
      <Icon aria-hidden size={16} strokeWidth={1.5} fill={pressed ? 'currentColor' : 'none'} />
      {bare ? null : name}
    </button>
  )
}
