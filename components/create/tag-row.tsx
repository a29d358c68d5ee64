import type { PromptTag } from '@/lib/generations/prompt-tags'

interface TagRowProps {
  tags: readonly PromptTag[]
  /** Inserted by Enter; null while no name is being typed. */
  next: string | null
  onInsert: (tag: string) => void
}

/** The names the prompt may use for its media: a click inserts one where the caret stands. */
export function TagRow({ tags, next, onInsert }: TagRowProps) {
  if (tags.length === 0) return null
  return (
    <fieldset className="flex min-w-0 flex-1 items-center gap-1 overflow-x-auto px-1">
      <legend className="sr-only">Names of the media</legend>
      {tags.map(({ tag }) => (
        <button
          type="button"
          key={tag}
          // The caret stays where it is.
          onPointerDown={(event) => event.preventDefault()}
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
