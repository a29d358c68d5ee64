import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useState } from 'react'
import { facetsQuery } from '@/components/library/list/facets-query'
import { suggestTags } from '@/components/library/marks/tag-suggestions'
import { tagName } from '@/lib/library/tag-name'

interface TagEntryProps {
  /** Whose tags are suggested. */
  account: string
  taken: readonly string[]
  onAdd: (name: string) => void
  onClose: () => void
}

/** A tag, typed or chosen from those there are. Enter adds and stays for the next; Esc or leaving ends it. */
export function TagEntry({ account, taken, onAdd, onClose }: TagEntryProps) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(-1)
  const [problem, setProblem] = useState<string | null>(null)
  const { data: known = [] } = useQuery({ ...facetsQuery(account), select: ({ tags }) => tags })
  const offered = suggestTags(known, typed, taken)
  const optionId = (index: number) => `${id}-${index}`

  function add(words: string) {
    const parsed = tagName.safeParse(words)
    if (!parsed.success) return setProblem(parsed.error.issues[0]?.message ?? null)
    onAdd(parsed.data)
    setTyped('')
    setAt(-1)
    setProblem(null)
  }

  function onKeyDown(event: KeyboardEvent) {
    const { length } = offered
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter') add(offered[at] ?? typed)
    else if (event.key === 'ArrowDown' && length > 0) setAt((at + 1) % length)
    else if (event.key === 'ArrowUp' && length > 0) setAt((at <= 0 ? length : at) - 1)
    else return
    event.preventDefault()
  }

  return (
    <span className="relative">
      <input
        // biome-ignore lint/a11y/noAutofocus: it opens where its button was pressed
        autoFocus
        role="combobox"
        aria-label="New tag"
        aria-expanded={offered.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={offered[at] === undefined ? undefined : optionId(at)}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setAt(-1)
          setProblem(null)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (typed.trim() !== '') add(typed)
          onClose()
        }}
        className="h-7 w-36 rounded-small border border-control-line bg-surface-2 px-2 max-md:h-11 max-md:text-touch"
      />
      <div
        id={id}
        role="listbox"
        aria-label="Tags there are"
        hidden={offered.length === 0}
        className="absolute top-full left-0 z-10 mt-1 max-h-60 w-48 overflow-y-auto rounded-card bg-popover p-1 shadow-popover"
      >
        {offered.map((name, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
          <div
            key={name}
            id={optionId(index)}
            role="option"
            aria-selected={index === at}
            // Before the field loses the focus and adds what was typed.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => add(name)}
            className={`cursor-pointer truncate rounded-small px-2 py-1 max-md:py-3 ${index === at ? 'bg-surface-3' : 'hover:bg-surface-3'}`}
          >
            {name}
          </div>
        ))}
      </div>
      {problem !== null && (
        <span id={`${id}-problem`} role="alert" className="block text-small text-state-loss">
          {problem}
        </span>
      )}
    </span>
  )
}
