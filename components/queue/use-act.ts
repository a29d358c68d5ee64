'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { keys } from '@/components/query/keys'
import { refusalOf } from '@/components/query/refusal-of'
import { usePendingPage } from '@/components/use-pending'
import type { ActionResult } from '@/lib/generations/view'

/** @param verb may go on to another page when it is done, unless the person has */
export type Act = (verb: (goOn: (there: () => void) => void) => Promise<ActionResult>) => void

/** Runs verbs on one generation, and after each looks again at what it changed; `refusal` says why it was not done. */
export function useAct(id: string): { act: Act; pending: boolean; refusal: string | null } {
  const client = useQueryClient()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [pending, start] = usePendingPage()
  const act: Act = (verb) =>
    start(async (goOn) => {
      setRefusal(await refusalOf(() => verb(goOn)))
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.board }),
        client.invalidateQueries({ queryKey: keys.generation(id) }),
        client.invalidateQueries({ queryKey: keys.transcripts }),
        client.invalidateQueries({ queryKey: keys.account }),
      ])
    })
  return { act, pending, refusal }
}
