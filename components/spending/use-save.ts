import { useQueryClient } from '@tanstack/react-query'
import { useState, useTransition } from 'react'
import { keys } from '@/components/query/keys'
import type { ActionResult } from '@/lib/generations/view'

const UNANSWERED = 'The studio did not answer. Nothing may have been changed: look, then try again.'

/** Saves by an action, and then looks again at all that shows money; `refusal` says why it was not done. */
export function useSave(onSaved: () => void) {
  const client = useQueryClient()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [saving, start] = useTransition()
  const save = (act: () => Promise<ActionResult>) =>
    start(async () => {
      const refused = await refusalOf(act)
      setRefusal(refused)
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.spendings }),
        client.invalidateQueries({ queryKey: keys.board }),
      ])
      if (refused === null) onSaved()
    })
  return { save, saving, refusal }
}

async function refusalOf(act: () => Promise<ActionResult>): Promise<string | null> {
  try {
    const result = await act()
    return result.ok ? null : result.sentence
  } catch {
    return UNANSWERED
  }
}
