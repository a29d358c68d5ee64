import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/components/query/fetch-json'
import { keys } from '@/components/query/keys'
import { awaitsPicture } from '@/components/queue/board-query'
import { systemClock } from '@/lib/clock'
import { ASKING_STATES, RUNNING_STATES } from '@/lib/generations/state'
import type { GenerationView } from '@/lib/generations/view'

const SECOND = 1000

/** One generation, asked for again only while it changes by itself. */
export function generationQuery(initial: GenerationView) {
  return queryOptions({
    queryKey: keys.generation(initial.id),
    queryFn: ({ signal }) => fetchJson<GenerationView>(`/api/generations/${initial.id}`, signal),
    initialData: initial,
    refetchInterval: ({ state: { data } }) => {
      if (data === undefined) return false
      if (isRunning(data)) return SECOND
      return awaitsPicture(data, systemClock()) ? 3 * SECOND : false
    },
  })
}

/** Whether the engine still works on it. */
export function isRunning({ state }: Pick<GenerationView, 'state'>): boolean {
  return RUNNING_STATES.some((running) => running === state)
}

/** Whether nothing is left to happen to it: only then can it be deleted. */
export function isOver(view: Pick<GenerationView, 'state'>): boolean {
  return !isRunning(view) && !ASKING_STATES.some((asking) => asking === view.state)
}
