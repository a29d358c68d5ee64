import { ChevronDown } from 'lucide-react'
import { chipClass } from '@/components/library/filters/filter-chip'
import { FILTERS, filterWords, MORE_FILTERS } from '@/components/library/filters/filter-words'
import { FilterPanel, type PanelProps } from '@/components/library/filters/panels'
import { Popover } from '@/components/ui/popover'

/** The filters that are used less: each becomes a chip of its own when it is set. */
export function MoreFilters(props: PanelProps) {
  return (
    <Popover
      label="More filters"
      trigger={
        <>
          More
          <ChevronDown aria-hidden size={14} strokeWidth={1.5} className="max-md:hidden" />
        </>
      }
      triggerLabel="More filters"
      triggerClass={chipClass(false)}
      className="w-72"
    >
      {() =>
        MORE_FILTERS.map((name) => (
          <details key={name} name="more-filters" className="group border-line border-b last:border-0">
            <summary className="flex min-h-9 items-center gap-2 rounded-small px-2 hover:bg-surface-3 max-md:min-h-11">
              <span className="flex-1">{FILTERS[name]}</span>
              <span className="truncate text-ink-2 text-small">{filterWords(name, props.query, props.facets)}</span>
              <ChevronDown aria-hidden size={14} strokeWidth={1.5} className="group-open:rotate-180" />
            </summary>
            <div className="pb-2">
              <FilterPanel name={name} {...props} />
            </div>
          </details>
        ))
      }
    </Popover>
  )
}
