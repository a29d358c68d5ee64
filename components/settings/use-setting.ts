import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { usePending } from '@/components/use-pending'
import type { SettingResult } from '@/lib/access/view'

const UNANSWERED = 'The studio did not answer. Nothing may have been changed: look, then try again.'

/** Changes a setting by an action, and then draws the page anew; `refusal` says why it was not done. */
export function useSetting(onDone: () => void = () => undefined) {
  const router = useRouter()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [saving, start] = usePending()
  const [drawing, draw] = useTransition()
  const save = (act: () => Promise<SettingResult>) =>
    start(async () => {
      const result = await act().catch(() => ({ ok: false as const, sentence: UNANSWERED }))
      setRefusal(result.ok ? null : result.sentence)
      if (!result.ok) return
      onDone()
      draw(() => router.refresh())
    })
  return { save, saving: saving || drawing, refusal }
}
