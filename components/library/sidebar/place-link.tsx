import type { LucideIcon } from 'lucide-react'
import { type MouseEvent, type ReactNode, useState } from 'react'
import { libraryHref, queryKey } from '@/components/library/address'
import { carriesClips, takeCarried } from '@/components/library/selection/carry'
import type { LibraryQuery } from '@/lib/library/library-query'
import type { LibraryItem } from '@/lib/library/view'

interface PlaceLinkProps {
  to: LibraryQuery
  /** What is shown now. */
  query: LibraryQuery
  name: string
  count?: number | undefined
  Icon: LucideIcon
  /** Steps it stands in from the left. */
  depth?: number
  onGo: (to: LibraryQuery) => void
  /** Takes clips that are dropped on it. */
  onDrop?: ((items: readonly LibraryItem[]) => void) | undefined
  children?: ReactNode
}

/** A place in the library: a link, for it has an address; a plain click does not load the page anew. */
export function PlaceLink({ to, query, name, count, Icon, depth = 0, onGo, onDrop, children }: PlaceLinkProps) {
  const [over, setOver] = useState(false)
  const current = queryKey(to) === queryKey(query)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping here is one way of moving clips, Move is the other
    <div
      onDragOver={(event) => {
        if (!onDrop || !carriesClips(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false)
        if (!onDrop || !carriesClips(event)) return
        event.preventDefault()
        onDrop(takeCarried())
      }}
      className={`group/place relative flex items-center rounded-control ${over ? 'bg-surface-3 outline-2 outline-ink -outline-offset-2' : ''}`}
    >
      <a
        href={libraryHref(to)}
        aria-current={current ? 'page' : undefined}
        onClick={(event) => {
          if (isPlain(event)) {
            event.preventDefault()
            onGo(to)
          }
        }}
        style={{ paddingLeft: 8 + depth * 16 }}
        className="ring-inside flex h-[30px] min-w-0 flex-1 items-center gap-2.5 rounded-control pr-2 text-ink-2 transition-colors hover:bg-surface-2 hover:text-ink aria-[current]:bg-surface-3 aria-[current]:text-ink max-lg:h-11"
      >
        <Icon aria-hidden size={16} strokeWidth={1.5} className="shrink-0" />
        <span dir="auto" className="min-w-0 flex-1 truncate">
          {name}
        </span>
        {count !== undefined && (
          <span
            className={`text-ink-3 text-small ${children ? 'group-focus-within/place:opacity-0 group-hover/place:opacity-0 max-lg:mr-9' : ''}`}
          >
            {count.toLocaleString('en-US')}
          </span>
        )}
      </a>
      {children && (
        <span className="absolute right-0 opacity-0 group-focus-within/place:opacity-100 group-hover/place:opacity-100 max-lg:opacity-100">
          {children}
        </span>
      )}
    </div>
  )
}

const isPlain = (event: MouseEvent) => !event.metaKey && !event.ctrlKey && !event.shiftKey && event.button === 0
