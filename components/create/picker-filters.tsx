import { KIND_CHIPS, NEED_CHIPS, type PickerWishes, SORTS } from '@/components/create/picker-wishes'
import { Chip } from '@/components/ui/chip'
import { Select } from '@/components/ui/select'
import type { ModelSort } from '@/lib/models/search'

interface PickerFiltersProps {
  wishes: PickerWishes
  onWish: (change: Partial<PickerWishes>) => void
}

export function PickerFilters({ wishes, onWish }: PickerFiltersProps) {
  const { kind, needs, sort } = wishes
  return (
    <div className="flex shrink-0 items-center gap-3 border-line border-b py-2.5 pr-4 max-md:pr-0">
      <div className="flex min-w-0 flex-1 items-center gap-2 py-1 pl-4 [scrollbar-width:none] max-md:overflow-x-auto md:flex-wrap">
        {KIND_CHIPS.map((chip) => (
          <Chip
            key={chip}
            name={chip}
            on={kind === chip}
            onToggle={() => onWish({ kind: kind === chip ? null : chip })}
          />
        ))}
        <span aria-hidden="true" className="mx-1 h-5 w-px shrink-0 bg-line-strong" />
        {NEED_CHIPS.map((chip) => (
          <Chip
            key={chip}
            name={chip}
            on={needs.includes(chip)}
            onToggle={() =>
              onWish({ needs: needs.includes(chip) ? needs.filter((other) => other !== chip) : [...needs, chip] })
            }
          />
        ))}
        <SortList sort={sort} onSort={(next) => onWish({ sort: next })} className="shrink-0 md:hidden" />
      </div>
      <SortList sort={sort} onSort={(next) => onWish({ sort: next })} className="shrink-0 max-md:hidden" />
    </div>
  )
}

interface SortListProps {
  sort: ModelSort
  onSort: (sort: ModelSort) => void
  className: string
}

function SortList({ sort, onSort, className }: SortListProps) {
  return (
    <Select
      aria-label="Order"
      value={sort}
      onChange={(event) => {
        const chosen = SORT_NAMES.find((name) => name === event.target.value)
        if (chosen) onSort(chosen)
      }}
      className={`h-7 rounded-small border-transparent bg-popover text-body text-ink-2 transition-colors hover:bg-surface-3 hover:text-ink max-md:h-9 ${className}`}
    >
      {SORT_NAMES.map((name) => (
        <option key={name} value={name}>
          {SORTS[name]}
        </option>
      ))}
    </Select>
  )
}

const SORT_NAMES: readonly ModelSort[] = ['cheapest', 'newest', 'name']
