'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Star as StarIcon } from 'lucide-react'
import { useEffect, useEffectEvent } from 'react'
import { star } from '@/components/library/verbs/changes'
import { keys } from '@/components/query/keys'
import { useOptimisticChanges } from '@/components/query/use-optimistic-changes'
import type { BoardView, GenerationView } from '@/lib/generations/view'

interface StarProps {
  view: Pick<GenerationView, 'id' | 'starred'>
  /** Whether the key F does it too: only where one generation is the page. */
  withKey?: boolean
}

/** Marks a clip as one to keep; lit at once, and as it is again when that failed. */
export function Star({ view: { id, starred }, withKey = false }: StarProps) {
  const client = useQueryClient()
  const { shown, refusal, change } = useOptimisticChanges({
    data: starred,
    put: (next) => {
      const put = (view: GenerationView) => (view.id === id ? { ...view, starred: next(view.starred) } : view)
      client.setQueryData<GenerationView>(keys.generation(id), (view) => view && put(view))
      // Its clock is that of the last reading.
      const updatedAt = client.getQueryState(keys.board)?.dataUpdatedAt
      const starIn = (board?: BoardView) => board && { ...board, earlier: board.earlier.map(put) }
      client.setQueryData<BoardView>(keys.board, starIn, { updatedAt })
    },
    reread: () =>
      Promise.all(
        [keys.board, keys.generation(id), keys.libraries].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  })
  const press = () =>
    void change(
      () => !shown,
      () => star([id], !shown),
    )
  useStarKey(withKey, press)
  return (
    <button
      type="button"
      aria-label="Star"
      aria-pressed={shown}
      aria-keyshortcuts={withKey ? 'F' : undefined}
      title={refusal ?? (shown ? 'Starred' : 'Star')}
      onClick={press}
      className="grid size-8 shrink-0 place-items-center rounded-control text-ink-2 transition-colors hover:bg-surface-3 hover:text-ink aria-pressed:text-ink max-md:size-11"
    >
      <StarIcon aria-hidden size={16} strokeWidth={1.5} fill={shown ? 'currentColor' : 'none'} />
    </button>
  )
}

const TYPING = 'input:not([type=range]), select, textarea, dialog, [contenteditable]'

function useStarKey(on: boolean, press: () => void) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const typing = event.target instanceof Element && event.target.closest(TYPING) !== null
    if (event.key !== 'f' || event.metaKey || event.ctrlKey || event.altKey || event.repeat || typing) return
    press()
  })
  useEffect(() => {
    if (!on) return
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [on])
}
