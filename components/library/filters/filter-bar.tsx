'use client'

import { Folder, SlidersHorizontal, Star } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { countWords } from '@/components/generation/words'
import { DensitySwitch } from '@/components/library/filters/density-switch'
import { chipClass, FilterChip } from '@/components/library/filters/filter-chip'
import {
  filterWords,
  isFiltered,
  MAIN_FILTERS,
  MORE_FILTERS,
  unfiltered,
} from '@/components/library/filters/filter-words'
import { MoreFilters } from '@/components/library/filters/more-filters'
import type { PanelProps } from '@/components/library/filters/panels'
import { PlaceChip } from '@/components/library/filters/place-chip'
import { SaveSearch } from '@/components/library/filters/save-search'
import { SearchBox } from '@/components/library/filters/search-box'
import { SortList } from '@/components/library/filters/sort-list'
import type { Density } from '@/components/library/grid/density'
import { buttonClass } from '@/components/ui/button'

export interface FilterBarProps extends PanelProps {
  density: Density
  onDensity: (density: Density) => void
  /** How many clips are found; null while that is not known. */
  found: number | null
  /** Opens the sidebar where it has no room of its own, or order and size on a phone. */
  onShow: (what: 'places' | 'view') => void
  /** To the clips. */
  onDown: () => void
}

/**
 * What is looked for, what narrows it down, and in which order and size it is shown. Remembered, so that pages that come
 * in don't draw it anew.
 */
export const FilterBar = memo(function FilterBar(props: FilterBarProps) {
  const { density, onDensity, found, onShow, onDown, ...panel } = props
  const { query, go } = panel
  const placeholder = !found ? 'Search' : `Search ${countWords(found, 'clip')}`
  return (
    <section
      aria-label="Filters"
      className="-mx-4 z-10 flex flex-wrap items-start gap-2 bg-bg px-4 pt-3 pb-2 md:-mx-6 md:sticky md:top-(--header) md:border-line md:border-b md:px-6 md:py-3"
    >
      <div className="flex min-w-0 gap-2 max-md:basis-full md:flex-1 @min-[66rem]:flex-[0_0_15rem]">
        <SearchBox text={query.text} go={go} placeholder={placeholder} onDown={onDown}>
          {isFiltered(query) && <SaveSearch query={query} />}
        </SearchBox>
        <Square label="Order and size" className="md:hidden" onClick={() => onShow('view')}>
          <SlidersHorizontal aria-hidden size={18} strokeWidth={1.5} />
        </Square>
        <Square label="Projects and tags" className="lg:hidden" onClick={() => onShow('places')}>
          <Folder aria-hidden size={18} strokeWidth={1.5} />
        </Square>
      </div>
      <div className="-mx-4 order-last flex min-w-0 basis-full gap-2 px-4 [scrollbar-width:none] max-md:overflow-x-auto max-md:py-1 md:mx-0 md:flex-wrap md:px-0 @min-[66rem]:order-none @min-[66rem]:flex-1">
        <PlaceChip {...panel} />
        <StarredChip {...panel} />
        {MAIN_FILTERS.map((name) => (
          <FilterChip key={name} name={name} {...panel} />
        ))}
        {MORE_FILTERS.filter((name) => filterWords(name, query, panel.facets) !== null).map((name) => (
          <FilterChip key={name} name={name} {...panel} />
        ))}
        <MoreFilters {...panel} />
        {isFiltered({ ...query, text: '' }) && (
          <button
            type="button"
            onClick={() => go(unfiltered(query))}
            className={buttonClass({ kind: 'ghost' }, 'px-2!')}
          >
            Clear all
          </button>
        )}
      </div>
      <div className="flex shrink-0 items-center gap-3 max-md:hidden">
        <SortList query={query} go={go} />
        <DensitySwitch density={density} onChange={onDensity} />
      </div>
    </section>
  )
})

function StarredChip({ query, go }: PanelProps) {
  return (
    <button
      type="button"
      aria-pressed={query.starred}
      onClick={() => go({ starred: !query.starred })}
      className={chipClass(query.starred)}
    >
      <Star aria-hidden size={14} strokeWidth={1.5} fill={query.starred ? 'currentColor' : 'none'} />
      Starred
    </button>
  )
}

interface SquareProps {
  label: string
  className: string
  onClick: () => void
  children: ReactNode
}

function Square({ label, className, onClick, children }: SquareProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-haspopup="dialog"
      onClick={onClick}
      className={`grid size-8 shrink-0 place-items-center rounded-control border border-line-strong text-ink-2 transition-colors hover:bg-surface-3 hover:text-ink max-md:size-11 ${className}`}
    >
      {children}
    </button>
  )
}
