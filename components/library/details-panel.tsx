'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { PromptText } from '@/components/generation/prompt-text'
import { StateBadge } from '@/components/generation/state-badge'
import { MadeFrom } from '@/components/library/made-from'
import { MoneyPair } from '@/components/library/money-pair'
import { Parameters } from '@/components/library/parameters'
import { useGridState } from '@/components/library/selection/use-grid-state'
import { Times } from '@/components/library/times'
import { fetchJson } from '@/components/query/fetch-json'
import { keys } from '@/components/query/keys'
import type { GenerationView } from '@/lib/generations/view'

/** Everything about the active clip, beside the grid; it follows the keyboard and the mouse. */
export function DetailsPanel({ onClose }: { onClose: () => void }) {
  const active = useGridState((state) => state.active)
  const { data: view, isError } = useQuery({
    queryKey: keys.generation(active ?? ''),
    queryFn: ({ signal }) => fetchJson<GenerationView>(`/api/generations/${active}`, signal),
    enabled: active !== null,
    placeholderData: keepPreviousData,
  })
  return (
    <aside
      aria-label="Details"
      className="fixed inset-x-0 bottom-0 z-20 max-h-[70dvh] overflow-y-auto rounded-t-card border-line border-t bg-surface-1 max-lg:shadow-popover lg:sticky lg:inset-x-auto lg:top-(--header) lg:h-[calc(100dvh-var(--header))] lg:max-h-none lg:w-80 lg:shrink-0 lg:self-start lg:rounded-none lg:border-t-0 lg:border-l"
    >
      <div className="flex h-12 items-center justify-between pr-2 pl-4">
        <h2 className="font-semibold">Details</h2>
        <button
          type="button"
          aria-label="Close the details"
          onClick={onClose}
          className="grid size-8 place-items-center rounded-control text-ink-2 hover:bg-surface-3 hover:text-ink max-md:size-11"
        >
          <X aria-hidden size={16} strokeWidth={1.5} />
        </button>
      </div>
      {view ? <Facts view={view} /> : <p className="px-4 pb-4 text-ink-2">{wordsFor(active, isError)}</p>}
    </aside>
  )
}

function wordsFor(active: string | null, failed: boolean): string {
  if (active === null) return 'Choose a clip to see how it was made.'
  return failed ? 'It could not be read. It is kept; try another and come back.' : 'Reading…'
}

function Facts({ view }: { view: GenerationView }) {
  return (
    <div className="[&>*+*]:border-line [&>*+*]:border-t [&>*]:px-4 [&>*]:py-4">
      <div className="pt-0!">
        <StateBadge state={view.state} />
        <PromptText {...view.input} />
      </div>
      <MoneyPair view={view} />
      <MadeFrom media={view.input.media} />
      <Parameters view={view} />
      <Times view={view} />
    </div>
  )
}
