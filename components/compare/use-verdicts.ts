import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { bin, star, unbin } from '@/components/library/verbs/changes'
import { keys } from '@/components/query/keys'
import { refusalOf } from '@/components/queue/use-act'
import type { LibraryResult } from '@/lib/library/view'

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

const NEITHER: Verdict = { kept: false, rejected: false }

/**
 * What the person decides of each clip: shown at once, and as it was before when it could not be done.
 * @param found how the studio has them
 */
export function useVerdicts(found: Readonly<Record<string, Verdict>>): Verdicts {
  const client = useQueryClient()
  const [given, setGiven] = useState<Readonly<Record<string, Verdict>>>({})
  const [refusal, setRefusal] = useState<string | null>(null)
  const of = (id: string) => given[id] ?? found[id] ?? NEITHER
  const put = (id: string, verdict: Verdict) => setGiven((now) => ({ ...now, [id]: verdict }))

  async function give(id: string, next: Verdict, verb: () => Promise<LibraryResult>) {
    const before = of(id)
    put(id, next)
    const refused = await refusalOf(verb)
    setRefusal(refused)
    if (refused !== null) put(id, before)
    for (const queryKey of [keys.libraries, keys.board, keys.generation(id)])
      void client.invalidateQueries({ queryKey })
  }

  return {
    of,
    refusal,
    keep(id) {
      const { kept, rejected } = of(id)
      void give(id, { kept: !kept, rejected }, () => star([id], !kept))
    },
    reject(id) {
      const { kept, rejected } = of(id)
      void give(id, { kept, rejected: !rejected }, () => (rejected ? unbin([id]) : bin([id])))
    },
  }
}
