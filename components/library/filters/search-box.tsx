'use client'

import { Search, X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useTyped } from '@/components/library/filters/use-typed'
import type { Go } from '@/components/library/use-address'
import { usePageKeys } from '@/components/library/use-page-keys'
import { Kbd } from '@/components/ui/kbd'

const MOST = 500

interface SearchBoxProps {
  text: string
  go: Go
  placeholder: string
  /** Down leads into what was found. */
  onDown: () => void
  /** Stands in the field, at its end. */
  children?: ReactNode
}

/** A button in the field. */
export const inField = 'grid h-full w-8 place-items-center rounded-control text-ink-2 hover:text-ink max-md:w-11'

/** Looks for words as they are typed; the key / comes here from anywhere. */
export function SearchBox({ text, go, placeholder, onDown, children }: SearchBoxProps) {
  const field = useRef<HTMLInputElement>(null)
  const { typed, type } = useTyped(text, go)
  usePageKeys({
    '/': () => {
      field.current?.focus()
      field.current?.select()
    },
  })
  return (
    <search className="relative min-w-0 flex-1">
      <Search
        aria-hidden
        size={16}
        strokeWidth={1.5}
        className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink-3"
      />
      <input
        ref={field}
        type="search"
        aria-label="Search the library"
        aria-keyshortcuts="/"
        autoComplete="off"
        spellCheck={false}
        maxLength={MOST}
        placeholder={placeholder}
        value={typed}
        onChange={({ target }) => type(target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'ArrowDown') {
            event.preventDefault()
            onDown()
          } else if (event.key === 'Escape') {
            event.preventDefault()
            if (typed === '') onDown()
            else type('')
          }
        }}
        className={`h-8 w-full rounded-control border border-control-line bg-surface-2 pl-9 max-md:h-11 max-md:text-touch [&::-webkit-search-cancel-button]:hidden ${children ? 'pr-16 max-md:pr-22' : 'pr-9 max-md:pr-11'}`}
      />
      <div className="absolute inset-y-0 right-0 flex items-center">
        {children}
        {typed === '' ? (
          <span className="pointer-events-none grid w-8 place-items-center max-md:invisible max-md:w-11">
            <Kbd>/</Kbd>
          </span>
        ) : (
          <button
            type="button"
            aria-label="Clear the search"
            onClick={() => {
              type('')
              field.current?.focus()
            }}
            className={inField}
          >
            <X aria-hidden size={14} strokeWidth={1.75} />
          </button>
        )}
      </div>
    </search>
  )
}
