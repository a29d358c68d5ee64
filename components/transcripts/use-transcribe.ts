import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { submitTranscript } from '@/app/actions/transcripts'
import { newId } from '@/components/create/new-id'
import { keys } from '@/components/query/keys'
import { keepUnanswered, readUnanswered } from '@/components/query/unanswered'
import { accountShown } from '@/components/shell/account-shown'
import { systemClock } from '@/lib/clock'
import type { TranscriptIntent, TranscriptResult } from '@/lib/generations/transcript-view'

const NO_ANSWER = 'The studio did not answer. Nothing is bought twice: press again.'

/** Buys one transcript and opens its page. A press that got no answer keeps its id, so pressing again buys nothing twice. */
export function useTranscribe(url: string) {
  const client = useQueryClient()
  const router = useRouter()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const confirm = () =>
    start(async () => {
      const at = systemClock()
      const id = idFor(url, at)
      keepUnanswered('transcribe', { id, url, at })
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
      const result = await answerTo({ id, url, timeZone, confirmed: true, accountId: accountShown() })
      setRefusal(refusalOf(result))
      if (result !== null) keepUnanswered('transcribe', null)
      if (result?.kind === 'accepted') router.push(`/transcripts/${result.id}`)
      void client.invalidateQueries({ queryKey: keys.board })
      void client.invalidateQueries({ queryKey: keys.transcripts })
    })
  return { confirm, pending, refusal }
}

interface KeptAsk {
  id: string
  url: string
  at: number
}

/** What nobody answered is pressed again under its id, also after a reload. */
function idFor(url: string, now: number): string {
  const asked = readUnanswered('transcribe', isAsk, now)
  return asked?.url === url ? asked.id : newId()
}

function isAsk(kept: object): kept is KeptAsk {
  const { id, url } = kept as Partial<Record<string, unknown>>
  return typeof id === 'string' && typeof url === 'string'
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
