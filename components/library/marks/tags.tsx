import { Plus, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { TagEntry } from '@/components/library/marks/tag-entry'
import type { MarksDesk } from '@/components/library/marks/use-marks'
import { tag } from '@/components/library/verbs/changes'
import type { Marks } from '@/lib/library/marks-view'
import { foldTag } from '@/lib/library/tag-name'

interface TagsProps {
  id: string
  /** The account it was made with. */
  account: string
  desk: MarksDesk
}

/** The words a clip is sorted by: each can be taken away, and others added. */
export function Tags({ id, account, desk: { marks, change } }: TagsProps) {
  const [adding, setAdding] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)

  function add(name: string) {
    if (has(marks, name)) return
    void change(
      (now) => (has(now, name) ? now : { ...now, tags: [...now.tags, name] }),
      () => tag([id], [name], []),
    )
  }

  function remove(name: string) {
    void change(
      (now) => ({ ...now, tags: now.tags.filter((other) => other !== name) }),
      () => tag([id], [], [name]),
    )
    opener.current?.focus()
  }

  function close() {
    setAdding(false)
    requestAnimationFrame(() => opener.current?.focus())
  }

  return (
    <div className="flex flex-wrap items-center gap-2">
      <ul aria-label="Tags" className="contents">
        {marks.tags.map((name) => (
          <li
            key={name}
            className="flex h-7 max-w-full items-center gap-1 rounded-small bg-surface-3 pr-0.5 pl-2 max-md:h-11 max-md:pl-3"
          >
            <span dir="auto" className="truncate">
              {name}
            </span>
            <button
              type="button"
              aria-label={`Remove tag ${name}`}
              onClick={() => remove(name)}
              className="grid size-6 shrink-0 place-items-center rounded-small text-ink-2 hover:text-ink max-md:size-11"
            >
              <X aria-hidden size={12} strokeWidth={1.75} />
            </button>
          </li>
        ))}
      </ul>
      {adding ? (
        <TagEntry account={account} taken={marks.tags} onAdd={add} onClose={close} />
      ) : (
        <button
          ref={opener}
          type="button"
          onClick={() => setAdding(true)}
          className="flex h-7 items-center gap-1.5 rounded-small border border-line-strong border-dashed px-2 text-ink-2 hover:bg-surface-3 hover:text-ink max-md:h-11 max-md:px-3"
        >
          <Plus aria-hidden size={12} strokeWidth={1.75} />
          Tag
        </button>
      )}
    </div>
  )
}

const has = ({ tags }: Marks, name: string) => tags.some((tag) => foldTag(tag) === foldTag(name))
