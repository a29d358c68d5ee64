import { TriangleAlert } from 'lucide-react'
import { Kbd } from '@/components/ui/kbd'
import type { Catalogue } from '@/lib/models/offer'

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** The keys, and how old the list is. */
export function PickerFoot({ catalogue }: { catalogue: Catalogue }) {
  return (
    <div className="flex min-h-9 shrink-0 items-center gap-4 border-line border-t px-4 py-1.5 text-small text-ink-2">
      <span aria-hidden="true" className="flex items-center gap-4 max-md:hidden">
        <span className="flex items-center gap-2">
          <Kbd>↑</Kbd>
          <Kbd>↓</Kbd> move
        </span>
        <span className="flex items-center gap-2">
          <Kbd>↵</Kbd> choose
        </span>
        <span className="flex items-center gap-2">
          <Kbd>Tab</Kbd> filters
        </span>
        <span className="flex items-center gap-2">
          <Kbd>Esc</Kbd> close
        </span>
      </span>
      <span className="flex items-center gap-2 text-ink-3 md:ml-auto">
        {catalogue.staleBecause !== null && (
          <>
            <TriangleAlert className="size-3.5 shrink-0 text-state-risk" strokeWidth={1.5} aria-hidden="true" />
            <span className="text-ink-2">{catalogue.staleBecause}</span>
          </>
        )}
        Catalogue read {TIME.format(catalogue.readAt)}
      </span>
    </div>
  )
}
