'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState, useTransition } from 'react'
import { say } from '@/components/library/verbs/notice-store'
import { keys } from '@/components/query/keys'

interface Refused {
  ok: false
  sentence: string
}

const UNANSWERED: Refused = {
  ok: false,
  sentence: 'The studio did not answer. See how it stands before you try again.',
}

/** Changes projects and saved searches; `refusal` says why something was not done. */
export function useChange() {
  const client = useQueryClient()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const change = (act: () => Promise<{ ok: true } | Refused>, words: string, onDone: () => void) =>
    start(async () => {
      const result = await act().catch(() => UNANSWERED)
      setRefusal(result.ok ? null : result.sentence)
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.libraries }),
        client.invalidateQueries({ queryKey: keys.board }),
      ])
      if (!result.ok) return
      say(words)
      onDone()
    })
  return { change, pending, refusal, forget: () => setRefusal(null) }
}
