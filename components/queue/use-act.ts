'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { keys } from '@/components/query/keys'
import { refusalOf } from '@/components/query/refusal-of'
import { usePending } from '@/components/use-pending'
import type { ActionResult } from '@/lib/generations/view'

export type Act = (verb: () => Promise<ActionResult>) => void

/** Runs verbs on one generation, and after each looks again at what it changed; `refusal` says why it was not done. */
export function useAct(id: string): { act: Act; pending: boolean; refusal: string | null } {
  const client = useQueryClient()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [pending, start] = usePending()
  const act: Act = (verb) =>
    start(async () => {
      setRefusal(await refusalOf(verb))
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.board }),
        client.invalidateQueries({ queryKey: keys.generation(id) }),
        client.invalidateQueries({ queryKey: keys.transcripts }),
        client.invalidateQueries({ queryKey: keys.account }),
      ])
    })
  return { act, pending, refusal }
}
