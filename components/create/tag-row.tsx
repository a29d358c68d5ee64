import { type KeyboardEvent, useRef, useState } from 'react'
import { placeAfterKey } from '@/components/create/media/place-after-key'
import type { PromptTag } from '@/lib/generations/prompt-tags'

interface TagRowProps {
  tags: readonly PromptTag[]
  /** Inserted by Enter; null while no name is being typed. */
  next: string | null
  onInsert: (tag: string) => void
}

/** The names the prompt may use for its media: a click inserts one where the caret stands. Tab stops once, arrows go on. */
export function TagRow({ tags, next, onInsert }: TagRowProps) {
  const [reached, setReached] = useState(0)
  const buttons = useRef<(HTMLButtonElement | null)[]>([])
  const reachable = Math.min(reached, tags.length - 1)

  function onKeyDown(event: KeyboardEvent, at: number) {
    const to = event.altKey || event.ctrlKey || event.metaKey ? null : placeAfterKey(event.key, at, tags.length)
    if (to === null) return
    event.preventDefault()
    buttons.current[to]?.focus()
  }

  if (tags.length === 0) return null
  return (
    <fieldset className="flex min-w-0 flex-1 items-center gap-1 overflow-x-auto pr-6 pl-1 [mask-image:linear-gradient(to_right,black_calc(100%-1.5rem),transparent)]">
      <legend className="sr-only">Names of the media</legend>
      {tags.map(({ tag }, at) => (
        <button
          type="button"
          key={tag}
          ref={(element) => {
            buttons.current[at] = element
          }}
          tabIndex={at === reachable ? 0 : -1}
          // The caret stays where it is.
          onPointerDown={(event) => event.preventDefault()}
          onFocus={() => setReached(at)}
          onKeyDown={(event) => onKeyDown(event, at)}
          onClick={() => onInsert(tag)}
          className={`h-7 shrink-0 rounded-small border px-2 text-small transition-colors hover:bg-surface-3 hover:text-ink max-md:h-11 ${tag === next ? 'border-line-strong bg-surface-3 text-ink' : 'border-line text-ink-2'}`}
        >
          {tag}
        </button>
      ))}
      <span role="status" className="sr-only">
        {next === null ? '' : `Enter inserts ${next}`}
      </span>
    </fieldset>
  )
}
