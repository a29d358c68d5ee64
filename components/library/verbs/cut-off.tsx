'use client'

import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { allAnswered, sendCutOff, withdraw } from '@/components/library/verbs/changes'
import { forget, remember } from '@/components/library/verbs/notice-store'
import { takeBackSteps } from '@/components/library/verbs/take-back'
import { keys } from '@/components/query/keys'
import { RefusalLine } from '@/components/ui/refusal-line'
import type { LibraryResult } from '@/lib/library/view'

const UNANSWERED = 'The studio did not answer. What was changed before the page was loaded again may not be made.'

/** On every page: makes the changes of clips that a reload cut off, shows them, and says what was refused. */
export function CutOff() {
  const client = useQueryClient()
  const [refusal, setRefusal] = useState<string | null>(null)
  const send = useEffectEvent(async () => {
    const answers = sendCutOff()
    if (answers.length === 0) return
    const refusals = await Promise.all(answers.map((answer) => refusalOf(client, answer)))
    setRefusal(refusals.findLast((sentence) => sentence !== null) ?? null)
    // What is read while another change is on its way may be read without it.
    await allAnswered()
    showAnew(client)
  })
  useEffect(() => void send(), [])
  return refusal && <RefusalLine sentence={refusal} onDismiss={() => setRefusal(null)} />
}

/** Remembers at once how a change is taken back, so that those the person makes meanwhile come after it. */
async function refusalOf(client: QueryClient, answer: Promise<LibraryResult>): Promise<string | null> {
  const known = answer.catch(() => null)
  const takeBack = async () => {
    withdraw(answer)
    const result = await known
    if (result?.ok) await takeBackSteps(client, result.undo ?? [], () => showAnew(client))
  }
  remember(takeBack)
  const result = await known
  if (!result?.ok || !result.undo?.length) forget(takeBack)
  return result?.ok ? null : (result?.sentence ?? UNANSWERED)
}

function showAnew(client: QueryClient): void {
  for (const queryKey of [keys.libraries, keys.libraryLists, keys.everyGeneration])
    void client.invalidateQueries({ queryKey })
}
