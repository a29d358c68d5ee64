import { ChevronDown, X } from 'lucide-react'
import { CLEARED, FILTERS, type FilterName, filterWords } from '@/components/library/filters/filter-words'
import { FilterPanel, type PanelProps } from '@/components/library/filters/panels'
import { Popover } from '@/components/ui/popover'

const CHIP =
  'inline-flex h-8 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-control border px-2.5 text-body transition-colors max-md:h-11'
const OFF = 'border-line-strong text-ink-2 hover:bg-surface-3 hover:text-ink'
const ON = 'border-transparent bg-surface-3 font-medium text-ink'

export const chipClass = (on: boolean): string => `${CHIP} ${on ? ON : OFF}`

/** A filter: pressed it opens what can be chosen, and says what is chosen, with a cross that takes it away. */
export function FilterChip({ name, ...props }: PanelProps & { name: FilterName }) {
  const title = FILTERS[name]
  const words = filterWords(name, props.query, props.facets)
  return (
    <span className="inline-flex shrink-0">
      <Popover
        label={title}
        trigger={
          <>
            <span className="max-w-48 truncate">{words ?? title}</span>
            {words === null && <ChevronDown aria-hidden size={14} strokeWidth={1.5} className="max-md:hidden" />}
          </>
        }
        triggerLabel={words === null ? title : `${title}: ${words}`}
        triggerClass={`${chipClass(words !== null)} ${words === null ? '' : 'rounded-r-none pr-1'}`}
        className={WIDE.includes(name) ? 'w-80' : 'w-64'}
      >
        {() => <FilterPanel name={name} {...props} />}
      </Popover>
      {words !== null && (
        <button
          type="button"
          aria-label={`Clear ${title}`}
          onClick={() => props.go(CLEARED[name])}
          className={`${chipClass(true)} rounded-l-none pr-2 pl-1 hover:text-ink-2`}
        >
          <X aria-hidden size={14} strokeWidth={1.75} />
        </button>
      )}
    </span>
  )
}

const WIDE: readonly FilterName[] = ['model', 'length', 'price', 'when']
