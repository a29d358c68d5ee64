import { Search, X } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'

interface ListSearchProps {
  label: string
  placeholder: string
  /** Of the list it narrows, and of the option that Enter takes. */
  listId: string
  activeId: string | undefined
  typed: string
  onType: (words: string) => void
  onKeyDown: (event: KeyboardEvent) => void
  className?: string
  /** How much is found, and what closes the list. */
  children: ReactNode
}

/** The field over a list: what is typed narrows it, and its keys move in it while the focus stays here. */
export function ListSearch(props: ListSearchProps) {
  const { label, placeholder, listId, activeId, typed, onType, onKeyDown, className = '', children } = props
  return (
    <div
      className={`flex h-13 shrink-0 items-center gap-3 border-line border-b pl-4 -outline-offset-2 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-focus ${className}`}
    >
      <Search className="size-4.5 shrink-0 text-ink-2" strokeWidth={1.5} aria-hidden="true" />
      <input
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={activeId}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="go"
        placeholder={placeholder}
        value={typed}
        onChange={({ target }) => onType(target.value)}
        onKeyDown={onKeyDown}
        className="h-full min-w-0 flex-1 bg-transparent text-prompt outline-none max-md:text-touch"
      />
      {children}
    </div>
  )
}

/** Closes what covers a phone's screen; elsewhere a press beside it does. */
export function CloseOnPhone({ onClose }: { onClose: () => void }) {
  return (
    <button
      type="button"
      aria-label="Close"
      onClick={onClose}
      className="grid size-12 shrink-0 place-items-center text-ink-2 md:hidden"
    >
      <X className="size-5" strokeWidth={1.5} aria-hidden="true" />
    </button>
  )
}
