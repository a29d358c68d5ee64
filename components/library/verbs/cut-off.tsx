'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent } from 'react'
import { allAnswered, sendCutOff } from '@/components/library/verbs/changes'
import { refuse, remember } from '@/components/library/verbs/notice-store'
import { takeBackSteps } from '@/components/library/verbs/take-back'
import { keys } from '@/components/query/keys'

const UNANSWERED = 'The studio did not answer. Something changed before the page was loaded again may not be made.'

/** On every page: makes the changes of clips that a reload cut off, and shows them. */
export function CutOff() {
  const client = useQueryClient()
  const router = useRouter()
  const send = useEffectEvent(async () => {
    const results = await sendCutOff()
    if (results.length === 0) return
    for (const result of results) {
      if (!result?.ok) refuse(result?.sentence ?? UNANSWERED)
      else if (result.undo?.length) remember(() => takeBackSteps(client, result.undo ?? []))
    }
    // What is read while another change is on its way may be read without it.
    await allAnswered()
    for (const queryKey of [keys.libraries, keys.libraryLists, keys.everyGeneration])
      void client.invalidateQueries({ queryKey })
    router.refresh()
  })
  useEffect(() => void send(), [])
  return null
}
