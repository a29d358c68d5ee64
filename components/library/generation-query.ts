import { queryOptions } from '@tanstack/react-query'
import { isRunning } from '@/components/generation/states'
import { fetchJson } from '@/components/query/fetch-json'
import { keys } from '@/components/query/keys'
import { awaitsPicture } from '@/components/queue/board-query'
import { systemClock } from '@/lib/clock'
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
