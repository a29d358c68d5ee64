import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { fetchJson } from '@/components/query/fetch-json'
import { keys } from '@/components/query/keys'
import { type OptimisticChanges, useOptimisticChanges } from '@/components/query/use-optimistic-changes'
import type { Marks } from '@/lib/library/marks-view'

/** What the person made of a clip. */
const marksQuery = (id: string, initial: Marks) =>
  queryOptions({
    queryKey: keys.marks(id),
    queryFn: ({ signal }) => fetchJson<Marks>(`/api/library/${id}`, signal),
    initialData: initial,
  })

export interface MarksDesk {
  marks: Marks
  /** Why the last change was not made. */
  refusal: string | null
  /** Shows a change at once and makes it; shows what was before when it could not be made. */
  change: OptimisticChanges<Marks>['change']
  /** Notes that were saved. */
  remember: (remark: string) => void
}

export function useMarks(id: string, initial: Marks): MarksDesk {
  const client = useQueryClient()
  const { data } = useQuery(marksQuery(id, initial))
  const put = (next: (now: Marks) => Marks) => client.setQueryData<Marks>(keys.marks(id), (now) => now && next(now))
  const reread = () => client.invalidateQueries({ queryKey: keys.libraries })
  const { shown, refusal, change } = useOptimisticChanges({ data, put, reread })
  const remember = (remark: string) => put((now) => ({ ...now, remark }))
  return { marks: shown, refusal, change, remember }
}
