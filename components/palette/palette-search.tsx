import { Search, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { countWords } from '@/components/generation/words'
import { Kbd } from '@/components/ui/kbd'

interface PaletteSearchProps {
  listId: string
  /** The option that Enter takes. */
  activeId: string | undefined
  typed: string
  onType: (words: string) => void
  onKeyDown: (event: KeyboardEvent) => void
  onClose: () => void
  count: number
  /** The server has not answered yet. */
  searching: boolean
}

/** The palette's field: what is typed in it narrows the list, and its keys move in the list. */
export function PaletteSearch({
  listId,
  activeId,
  typed,
  onType,
  onKeyDown,
  onClose,
  count,
  searching,
}: PaletteSearchProps) {
  return (
    <div className="flex h-13 shrink-0 items-center gap-3 border-line border-b pl-4 -outline-offset-2 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-focus md:rounded-t-card">
      <Search className="size-4.5 shrink-0 text-ink-2" strokeWidth={1.5} aria-hidden="true" />
      <input
        type="text"
        role="combobox"
        aria-label="Search or jump to"
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={activeId}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="go"
        placeholder="Page, action, model, project, clip"
        value={typed}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKeyDown}
        className="h-full min-w-0 flex-1 bg-transparent text-prompt outline-none max-md:text-touch"
      />
      <span role="status" className="sr-only">
        {searching ? 'Searching' : countWords(count, 'result')}
      </span>
      <span className="mr-4 max-md:hidden">
        <Kbd>Esc</Kbd>
      </span>
      <button
        type="button"
        aria-label="Close"
        onClick={onClose}
        className="grid size-12 shrink-0 place-items-center text-ink-2 md:hidden"
      >
        <X className="size-5" strokeWidth={1.5} aria-hidden="true" />
      </button>
    </div>
  )
}
