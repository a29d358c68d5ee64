import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { keys } from '@/components/query/keys'
import { refusalOf } from '@/components/query/refusal-of'
import { usePending } from '@/components/use-pending'
import type { ActionResult } from '@/lib/generations/view'

const UNANSWERED = 'The studio did not answer. Nothing may have been changed: look, then try again.'

/** Saves by an action, and then looks again at all that shows money; `refusal` says why it was not done. */
export function useSave(onSaved: () => void) {
  const client = useQueryClient()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [saving, start] = usePending()
  const save = (act: () => Promise<ActionResult>) =>
    start(async () => {
      const refused = await refusalOf(act, UNANSWERED)
      setRefusal(refused)
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.spendings }),
        client.invalidateQueries({ queryKey: keys.board }),
      ])
      if (refused === null) onSaved()
    })
  return { save, saving, refusal }
}
