import { Folder, X } from 'lucide-react'
import { chipClass } from '@/components/library/filters/filter-chip'
import type { PanelProps } from '@/components/library/filters/panels'

/** The project that is shown, where the sidebar is not there to say it; pressed it is left. */
export function PlaceChip({ query, facets, go }: PanelProps) {
  if (query.project === null) return null
  const project = facets?.projects.find(({ id }) => id === query.project)
  const name = query.project === 'none' ? 'Unsorted' : (project?.name ?? 'Project')
  return (
    <button
      type="button"
      aria-label={`Leave ${name}`}
      onClick={() => go({ project: null })}
      className={`${chipClass(true)} lg:hidden`}
    >
      <Folder aria-hidden size={14} strokeWidth={1.5} />
      <span dir="auto" className="max-w-40 truncate">
        {name}
      </span>
      <X aria-hidden size={14} strokeWidth={1.75} />
    </button>
  )
}
