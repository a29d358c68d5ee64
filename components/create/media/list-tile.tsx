import type { DragEvent, KeyboardEvent, Ref } from 'react'
import { RemoveButton } from '@/components/create/media/remove-button'
import { MediumThumb } from '@/components/generation/medium-thumb'
import { mediumFacts, mediumName, secondsWords } from '@/components/generation/medium-words'
import type { Medium, MediumKind } from '@/lib/generations/media-input'

interface ListTileProps {
  ref: Ref<HTMLButtonElement>
  medium: Medium
  kind: MediumKind
  at: number
  count: number
  chosen: boolean
  /** The one of the list that Tab stops at. */
  reachable: boolean
  /** Where a dragged tile would come to stand. */
  mark: 'before' | 'after' | null
  describedBy: string | undefined
  onChoose: () => void
  onKeyDown: (event: KeyboardEvent) => void
  onRemove: () => void
  onDragStart: (event: DragEvent) => void
  onDragOver: (event: DragEvent) => void
  onDrop: (event: DragEvent) => void
  onDragEnd: () => void
}

/** One medium of a list: its picture, its number, and a cross. */
export function ListTile({
  ref,
  medium,
  kind,
  at,
  count,
  chosen,
  reachable,
  mark,
  describedBy,
  onChoose,
  onKeyDown,
  onRemove,
  ...dragging
}: ListTileProps) {
  const name = mediumName(medium)
  return (
    <li draggable={count > 1} {...dragging} className="relative min-w-0">
      <button
        ref={ref}
        type="button"
        tabIndex={reachable ? 0 : -1}
        aria-label={`${at + 1} of ${count}: ${[name, ...mediumFacts(medium)].join(', ')}`}
        aria-pressed={chosen}
        aria-describedby={describedBy}
        title={name}
        onClick={onChoose}
        onFocus={onChoose}
        onKeyDown={onKeyDown}
        className={`relative block aspect-video w-full scroll-mt-11 overflow-hidden rounded-control bg-surface-3 max-xl:scroll-mb-44 md:max-xl:scroll-mt-[calc(var(--header)+2.75rem)] ${chosen ? 'outline-2 outline-ink outline-offset-1' : ''}`}
      >
        <MediumThumb medium={medium} kind={kind} />
        <span className="absolute bottom-1 left-1 min-w-4.5 rounded-small bg-[rgb(6_9_8/.74)] px-1 text-center font-medium text-[#f2ede1] text-caption leading-4.5">
          {at + 1}
        </span>
        {medium.seconds !== null && (
          <span className="absolute right-1 bottom-1 rounded-small bg-[rgb(6_9_8/.74)] px-1 text-[#f2ede1] text-caption leading-4.5">
            {secondsWords(medium.seconds)}
          </span>
        )}
      </button>
      {(kind === 'audio' || medium.kind === 'url') && (
        <span aria-hidden className="mt-0.5 block truncate text-caption text-ink-2">
          {name}
        </span>
      )}
      <RemoveButton name={name} reachable={reachable} onRemove={onRemove} />
      {mark && (
        <span
          aria-hidden
          className={`absolute inset-y-0 w-0.5 rounded-full bg-ink ${mark === 'before' ? '-left-[5px]' : '-right-[5px]'}`}
        />
      )}
    </li>
  )
}
