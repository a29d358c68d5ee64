import { useQuery } from '@tanstack/react-query'
import { fetchJson } from '@/components/query/fetch-json'
import { keys } from '@/components/query/keys'
import type { UnderWay } from '@/lib/library/archive/view'

/** ms */
const EVERY = 500
/** An archive that has not begun after so many looks was stopped before, by the browser or the person. */
const MOST_LOOKS = 40

/** How far an archive is that the page asked for under this name; null before that, and while it has not begun. */
export function useUnderWay(name: string | null): UnderWay | null {
  const { data } = useQuery({
    queryKey: keys.archive(name ?? ''),
    queryFn: ({ signal }) => fetchJson<{ way: UnderWay | null }>(`/api/library/under-way?name=${name}`, signal),
    enabled: name !== null,
    refetchInterval: ({ state }) => {
      const way = state.data?.way
      if (way) return way.state === 'going' ? EVERY : false
      return state.dataUpdateCount < MOST_LOOKS ? EVERY : false
    },
  })
  return data?.way ?? null
}
