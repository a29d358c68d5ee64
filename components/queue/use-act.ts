'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState, useTransition } from 'react'
import { keys } from '@/components/query/keys'
import type { ActionResult } from '@/lib/generations/view'

const UNANSWERED = 'The studio did not answer. See how this stands before you try again.'

export type Act = (verb: () => Promise<ActionResult>) => void

/** Runs verbs on one generation, and after each looks again at what it changed; `refusal` says why it was not done. */
export function useAct(id: string): { act: Act; pending: boolean; refusal: string | null } {
  const client = useQueryClient()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [pending, start] = useTransition()
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

/** Why a verb was not done; null when it was. */
export async function refusalOf(verb: () => Promise<ActionResult>): Promise<string | null> {
  try {
    const result = await verb()
    return result.ok ? null : result.sentence
  } catch {
    return UNANSWERED
  }
}
