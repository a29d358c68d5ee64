'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { say } from '@/components/library/verbs/notice-store'
import { keys } from '@/components/query/keys'
import { refusalOf } from '@/components/query/refusal-of'
import { usePending } from '@/components/use-pending'
import type { ActionResult } from '@/lib/generations/view'

/** Changes projects and saved searches; `refusal` says why something was not done. */
export function useChange() {
  const client = useQueryClient()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [pending, start] = usePending()
  const change = (act: () => Promise<ActionResult>, words: string, onDone: () => void) =>
    start(async () => {
      const refused = await refusalOf(act)
      setRefusal(refused)
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.libraries }),
        client.invalidateQueries({ queryKey: keys.board }),
      ])
      if (refused !== null) return
      say(words)
      onDone()
    })
  return { change, pending, refusal, forget: () => setRefusal(null) }
}
