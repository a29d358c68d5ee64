import { queryOptions } from '@tanstack/react-query'
import { isRunning } from '@/components/generation/states'
import { fetchJson } from '@/components/query/fetch-json'
import { keys } from '@/components/query/keys'
import type { Lineage, LineageNode } from '@/lib/library/lineage-view'

const AGAIN_MS = 2_000

/** The family of a clip; asked for again while one of it is on its way. */
export function lineageQuery(id: string) {
  return queryOptions({
    queryKey: keys.lineage(id),
    queryFn: ({ signal }) => fetchJson<Lineage>(`/api/library/${id}/lineage`, signal),
    refetchInterval: ({ state: { data } }) => (data && hasRunning(data.root) ? AGAIN_MS : false),
  })
}

function hasRunning({ self, children }: LineageNode): boolean {
  const runs = self.kind === 'clip' && isRunning(self)
  return runs || (self.kind === 'group' && self.first.some(isRunning)) || children.some(hasRunning)
}
