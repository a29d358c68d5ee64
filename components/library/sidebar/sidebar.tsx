'use client'

import { Bookmark, Images, Inbox, Star, Tag, Trash2 } from 'lucide-react'
import { memo, useState } from 'react'
import { ForgetSearch } from '@/components/library/sidebar/forget-search'
import { Part } from '@/components/library/sidebar/part'
import { PlaceLink } from '@/components/library/sidebar/place-link'
import { Projects } from '@/components/library/sidebar/projects'
import { EVERYTHING, type LibraryQuery, parseLibraryQuery } from '@/lib/library/library-query'
import type { LibraryFacets, LibraryItem } from '@/lib/library/view'

export interface SidebarProps {
  query: LibraryQuery
  facets: LibraryFacets | undefined
  onGo: (to: LibraryQuery) => void
  /** Clips were dropped on a project; null is none. */
  onMove?: (items: readonly LibraryItem[], project: { id: string; name: string } | null) => void
}

/** So many tags are listed before the rest has to be asked for. */
const FEW_TAGS = 15

/** The places of the library: all of it, its projects, tags and saved searches, and the bin. Remembered, as its bar is. */
export const Sidebar = memo(function Sidebar({ query, facets, onGo, onMove }: SidebarProps) {
  const base = { ...EVERYTHING, account: query.account }
  const place = { query, onGo }
  return (
    <nav aria-label="Library" className="flex min-h-full flex-col gap-5 p-2.5">
      <div>
        <PlaceLink {...place} to={base} name="All clips" count={facets?.all} Icon={Images} />
        <PlaceLink {...place} to={{ ...base, starred: true }} name="Starred" count={facets?.starred} Icon={Star} />
        <PlaceLink
          {...place}
          to={{ ...base, project: 'none' }}
          name="Unsorted"
          count={facets?.unsorted}
          Icon={Inbox}
          onDrop={onMove && ((items) => onMove(items, null))}
        />
      </div>
      <Projects base={base} projects={facets?.projects ?? []} onMove={onMove} {...place} />
      <Tags base={base} tags={facets?.tags ?? []} {...place} />
      <Searches base={base} searches={facets?.searches ?? []} {...place} />
      <div className="sticky bottom-0 -mx-2.5 -mb-2.5 mt-auto bg-bg p-2.5 max-lg:bg-popover">
        <PlaceLink {...place} to={{ ...base, bin: true }} name="Deleted" count={facets?.binned} Icon={Trash2} />
      </div>
    </nav>
  )
})

interface ListProps extends Omit<SidebarProps, 'facets' | 'onMove'> {
  base: LibraryQuery
}

function Tags({ base, tags, ...place }: ListProps & { tags: LibraryFacets['tags'] }) {
  const [all, setAll] = useState(false)
  if (tags.length === 0) return null
  const shown = all ? tags : tags.slice(0, FEW_TAGS)
  return (
    <Part title="Tags">
      <ul>
        {shown.map(({ id, name, count }) => (
          <li key={id}>
            <PlaceLink {...place} to={{ ...base, tags: [name] }} name={name} count={count} Icon={Tag} />
          </li>
        ))}
      </ul>
      {tags.length > FEW_TAGS && (
        <button
          type="button"
          aria-expanded={all}
          onClick={() => setAll(!all)}
          className="ring-inside h-[30px] rounded-control px-2 text-ink-2 hover:text-ink max-lg:h-11"
        >
          {all ? 'Show fewer' : `Show all ${tags.length}`}
        </button>
      )}
    </Part>
  )
}

function Searches({ base, searches, ...place }: ListProps & { searches: LibraryFacets['searches'] }) {
  if (searches.length === 0) return null
  return (
    <Part title="Saved searches">
      <ul>
        {searches.map(({ id, name, query }) => (
          <li key={id}>
            <PlaceLink
              {...place}
              to={{ ...parseLibraryQuery(new URLSearchParams(query)), account: base.account }}
              name={name}
              Icon={Bookmark}
            >
              <ForgetSearch id={id} name={name} />
            </PlaceLink>
          </li>
        ))}
      </ul>
    </Part>
  )
}
