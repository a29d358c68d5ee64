import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { bin, star, unbin } from '@/components/library/verbs/changes'
import { fetchJson } from '@/components/query/fetch-json'
import { keys } from '@/components/query/keys'
import { useOptimisticChanges } from '@/components/query/use-optimistic-changes'
import type { GenerationView } from '@/lib/generations/view'
import type { Marks } from '@/lib/library/marks-view'

/** How a clip stands: starred, in the bin, or neither. */
export interface Verdict {
  kept: boolean
  rejected: boolean
}

export interface Verdicts {
  of: (id: string) => Verdict
  /** Why the last one was not given; null when it was. */
  refusal: string | null
  /** Stars a clip, or takes the star away. */
  keep: (id: string) => void
  /** Puts a clip into the bin, or takes it out again. */
  reject: (id: string) => void
}

type All = Readonly<Record<string, Verdict>>

const NEITHER: Verdict = { kept: false, rejected: false }

const verdictsQuery = (found: All) =>
  queryOptions({
    queryKey: keys.verdicts(Object.keys(found)),
    queryFn: ({ client, queryKey, signal }) => readVerdicts(client.getQueryData<All>(queryKey) ?? found, signal),
    initialData: found,
  })

/**
 * What the person decides of each clip: shown at once, and as it was before when it could not be done.
 * @param found how the studio has them
 */
export function useVerdicts(found: All): Verdicts {
  const client = useQueryClient()
  const query = verdictsQuery(found)
  const { data } = useQuery(query)
  const { shown, refusal, change } = useOptimisticChanges({
    data,
    put: (next) => client.setQueryData<All>(query.queryKey, (now) => now && next(now)),
    reread: () =>
      Promise.all([keys.libraries, keys.everyGeneration].map((queryKey) => client.invalidateQueries({ queryKey }))),
  })
  const of = (id: string) => shown[id] ?? NEITHER
  const give = (id: string, verdict: Partial<Verdict>) => (now: All) => ({
    ...now,
    [id]: { ...(now[id] ?? NEITHER), ...verdict },
  })
  return {
    of,
    refusal,
    keep(id) {
      const kept = !of(id).kept
      void change(give(id, { kept }), () => star([id], kept))
    },
    reject(id) {
      const rejected = !of(id).rejected
      void change(give(id, { rejected }), () => (rejected ? bin([id]) : unbin([id])))
    },
  }
}

/** One that can't be read, as it may be deleted by now, stays as it was known. */
async function readVerdicts(known: All, signal: AbortSignal): Promise<All> {
  const all = Object.entries(known).map(
    async ([id, verdict]) => [id, await readVerdict(id, signal).catch(() => verdict)] as const,
  )
  return Object.fromEntries(await Promise.all(all))
}

async function readVerdict(id: string, signal: AbortSignal): Promise<Verdict> {
  const [{ starred }, { binnedAt }] = await Promise.all([
    fetchJson<GenerationView>(`/api/generations/${id}`, signal),
    fetchJson<Marks>(`/api/library/${id}`, signal),
  ])
  return { kept: starred, rejected: binnedAt !== null }
}
