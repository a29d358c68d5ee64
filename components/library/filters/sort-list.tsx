import { ArrowDownWideNarrow } from 'lucide-react'
import { SORT_WORDS, sortsFor } from '@/components/library/filters/sort-words'
import type { Go } from '@/components/library/use-address'
import { Select } from '@/components/ui/select'
import type { LibraryQuery } from '@/lib/library/library-query'

/** The order of the list. */
export function SortList({ query, go }: { query: LibraryQuery; go: Go }) {
  const sorts = sortsFor(query.text)
  return (
    <span className="flex shrink-0 items-center text-ink-2">
      <ArrowDownWideNarrow aria-hidden size={16} strokeWidth={1.5} className="-mr-1" />
      <Select
        aria-label="Sort"
        value={query.sort}
        onChange={({ target }) => {
          const sort = sorts.find((known) => known === target.value)
          if (sort) go({ sort })
        }}
        className="h-8 rounded-control border-transparent bg-bg transition-colors hover:bg-surface-3 hover:text-ink max-md:h-11 max-md:border-line-strong [&_select]:pl-2 [&_select]:field-sizing-content"
      >
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {SORT_WORDS[sort]}
          </option>
        ))}
      </Select>
    </span>
  )
}
