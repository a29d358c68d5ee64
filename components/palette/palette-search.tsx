import type { KeyboardEvent } from 'react'
import { countWords } from '@/components/generation/words'
import { Kbd } from '@/components/ui/kbd'
import { CloseOnPhone, ListSearch } from '@/components/ui/list-search'

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
    <ListSearch
      label="Search or jump to"
      placeholder="Page, action, model, project, clip"
      listId={listId}
      activeId={activeId}
      typed={typed}
      onType={onType}
      onKeyDown={onKeyDown}
      className="md:rounded-t-card"
    >
      <span role="status" className="sr-only">
        {searching ? 'Searching' : countWords(count, 'result')}
      </span>
      <span className="mr-4 max-md:hidden">
        <Kbd>Esc</Kbd>
      </span>
      <CloseOnPhone onClose={onClose} />
    </ListSearch>
  )
}
