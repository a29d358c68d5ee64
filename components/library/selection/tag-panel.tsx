'use client'

import { Tag } from 'lucide-react'
import { BAR_BUTTON } from '@/components/library/selection/bulk-bar'
import type { ListVerbs } from '@/components/library/verbs/use-list-verbs'
import { NameLine } from '@/components/ui/name-line'
import { Popover } from '@/components/ui/popover'
import type { LibraryFacets, LibraryItem } from '@/lib/library/view'

const MOST = 60

interface TagPanelProps {
  items: readonly LibraryItem[]
  tags: LibraryFacets['tags']
  verbs: ListVerbs
}

/** Tags that are on all, some or none of the selected clips, and a new one. */
export function TagPanel({ items, tags, verbs }: TagPanelProps) {
  return (
    <Popover
      label="Tags"
      trigger={
        <>
          <Tag aria-hidden size={16} strokeWidth={1.5} />
          Tag
        </>
      }
      triggerClass={BAR_BUTTON}
      className="w-72"
    >
      {() => (
        <>
          <NameLine
            label="New tag"
            most={MOST}
            save="Add"
            className="mb-1"
            onName={(name) => verbs.tag(items, [name], [])}
          />
          {namesOf(items, tags).map((name) => (
            <TagLine
              key={name}
              name={name}
              on={items.filter((item) => item.tags.includes(name)).length}
              of={items.length}
              onChange={(on) => verbs.tag(items, on ? [name] : [], on ? [] : [name])}
            />
          ))}
        </>
      )}
    </Popover>
  )
}

interface TagLineProps {
  name: string
  /** On so many of so many. */
  on: number
  of: number
  onChange: (on: boolean) => void
}

function TagLine({ name, on, of, onChange }: TagLineProps) {
  return (
    <label className="flex min-h-8 cursor-pointer items-center gap-2.5 rounded-small px-2 hover:bg-surface-3 max-md:min-h-11">
      <input
        type="checkbox"
        checked={on === of}
        ref={(box) => {
          if (box) box.indeterminate = on > 0 && on < of
        }}
        onChange={() => onChange(on < of)}
        className="size-4 shrink-0 accent-ink"
      />
      <span dir="auto" className="min-w-0 flex-1 truncate">
        {name}
      </span>
      {on > 0 && on < of && (
        <span className="text-ink-3 text-small">
          {on} of {of}
        </span>
      )}
    </label>
  )
}

/** All tags there are; one that was just made may not be listed yet. */
function namesOf(items: readonly LibraryItem[], tags: LibraryFacets['tags']): string[] {
  return [...new Set([...tags.map(({ name }) => name), ...items.flatMap((item) => item.tags)])].sort((one, other) =>
    one.localeCompare(other),
  )
}
