import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useRef, useState, useTransition } from 'react'
import { submitTranscript } from '@/app/actions/transcripts'
import { newId } from '@/components/create/new-id'
import { keys } from '@/components/query/keys'
import { accountShown } from '@/components/shell/account-shown'
import type { TranscriptIntent, TranscriptResult } from '@/lib/generations/transcript-view'

const NO_ANSWER = 'The studio did not answer. Nothing is bought twice: press again.'

/** Buys one transcript and opens its page. A press that got no answer keeps its id, so pressing again buys nothing twice. */
export function useTranscribe(url: string) {
  const client = useQueryClient()
  const router = useRouter()
  const id = useRef<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const confirm = () =>
    start(async () => {
      id.current ??= newId()
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
      const result = await answerTo({ id: id.current, url, timeZone, confirmed: true, accountId: accountShown() })
      setRefusal(refusalOf(result))
      if (result !== null && result.kind !== 'accepted') id.current = null
      if (result?.kind === 'accepted') router.push(`/transcripts/${result.id}`)
      void client.invalidateQueries({ queryKey: keys.board })
      void client.invalidateQueries({ queryKey: keys.transcripts })
    })
  return { confirm, pending, refusal }
}

/** null: no answer came back, so nobody knows yet whether the press arrived. */
async function answerTo(intent: TranscriptIntent): Promise<TranscriptResult | null> {
  try {
    return await submitTranscript(intent)
  } catch {
    return null
  }
}

function refusalOf(result: TranscriptResult | null): string | null {
  if (result === null) return NO_ANSWER
  switch (result.kind) {
    case 'accepted':
      return null
    case 'cap':
      return `${result.refusal.sentence} Nothing was sent and nothing was spent.`
    case 'invalid':
    case 'refused':
      return result.sentence
  }
}
