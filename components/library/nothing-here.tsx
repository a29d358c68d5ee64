import { CircleX } from 'lucide-react'
import Link from 'next/link'
import { isFiltered, unfiltered } from '@/components/library/filters/filter-words'
import type { Go } from '@/components/library/use-address'
import { Button, buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { LibraryQuery } from '@/lib/library/library-query'

interface NothingHereProps {
  query: LibraryQuery
  go: Go
  list: {
    items: readonly unknown[]
    more: boolean
    busy: boolean
    failed: boolean
    reading: boolean
    retry: () => void
  }
}

const LOOK = 'mt-4 max-w-md'

/** In the place of clips where there are none: why, and one thing to do. Nothing where there are some. */
export function NothingHere({ query, go, list }: NothingHereProps) {
  if (list.failed) {
    return (
      <Notice
        icon={<CircleX aria-hidden size={22} strokeWidth={1.5} className="text-ink-3" />}
        title="The clips could not be read"
        className={LOOK}
        action={<Button onClick={list.retry}>Try again</Button>}
      >
        They are kept, and nothing was spent. Is the studio still running?
      </Notice>
    )
  }
  if (list.reading) return <Reading />
  if (list.items.length > 0 || list.more || list.busy) return null
  if (isFiltered(query)) {
    return (
      <Notice
        title="No clip is like that"
        className={LOOK}
        action={<Button onClick={() => go(unfiltered(query))}>Clear all filters</Button>}
      >
        {query.text === ''
          ? 'Nothing here fits all filters at once.'
          : `Nothing here fits “${query.text}” and all filters.`}
      </Notice>
    )
  }
  if (query.bin) {
    return (
      <Notice title="The bin is empty" className={LOOK}>
        Deleted clips lie here for 30 days before they go for good.
      </Notice>
    )
  }
  if (query.project !== null) {
    return (
      <Notice
        title={query.project === 'none' ? 'Everything is in a project' : 'No clip in this project yet'}
        className={LOOK}
        action={<Button onClick={() => go({ project: null })}>All clips</Button>}
      >
        {query.project === 'none'
          ? 'Clips that are in no project are listed here.'
          : 'Select clips, then Move puts them here; so does choosing the project before you press Generate.'}
      </Notice>
    )
  }
  return (
    <Notice
      title="Nothing here yet"
      className={LOOK}
      action={
        <Link href="/" className={buttonClass()}>
          Make the first one
        </Link>
      }
    >
      Clips land here as they finish, with what they cost.
    </Notice>
  )
}

/** Still boxes while the first clips of a place are read. */
function Reading() {
  return (
    <div className="mt-3 flex flex-wrap gap-2" aria-hidden>
      {[16, 9, 16, 16, 12, 16, 16, 9].map((width, at) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: they never change
          key={at}
          className="h-33 rounded-control bg-surface-1"
          style={{ flex: `${width} 1 ${width * 14}px` }}
        />
      ))}
    </div>
  )
}
