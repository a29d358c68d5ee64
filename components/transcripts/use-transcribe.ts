import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { submitTranscript } from '@/app/actions/transcripts'
import { newId } from '@/components/create/new-id'
import { keys } from '@/components/query/keys'
import { accountShown } from '@/components/shell/account-shown'
import { endsPress, forgetUnanswered, keepUnanswered, NO_ANSWER, readUnanswered } from '@/components/unanswered'
import { usePendingPage } from '@/components/use-pending'
import { systemClock } from '@/lib/clock'
import type { TranscriptIntent, TranscriptResult, TranscriptView } from '@/lib/generations/transcript-view'

/**
 * Buys one transcript and opens its page. A press keeps its id until it was refused or that page is there, so pressing again
 * buys nothing twice.
 * @param videoId what is at the address, however it is written
 */
export function useTranscribe(url: string, videoId: string) {
  const client = useQueryClient()
  const router = useRouter()
  const [refusal, setRefusal] = useState<string | null>(null)
  /** A press before, whose answer was lost, had recorded this one. */
  const [arrived, setArrived] = useState<string | null>(null)
  const [pending, start] = usePendingPage()
  const confirm = () =>
    start(async (goOn) => {
      const at = systemClock()
      const accountId = accountShown()
      const wish = wishOf(accountId, videoId)
      const before = readUnanswered('transcribe', wish, isAsk, at)
      const id = before?.id ?? newId()
      keepUnanswered('transcribe', wish, { id, at })
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
      const result = await answerTo({ id, url, timeZone, confirmed: true, accountId })
      setRefusal(refusalOf(result))
      const hadArrived = before !== null && result?.kind === 'accepted' && result.before === true
      setArrived(hadArrived ? id : null)
      const opens = result?.kind === 'accepted' && !hadArrived
      if (endsPress(result, before !== null) && !opens) forgetUnanswered('transcribe', wish)
      else keepUnanswered('transcribe', wish, { id, at: systemClock() })
      if (opens) goOn(() => router.push(`/transcripts/${id}`))
      void client.invalidateQueries({ queryKey: keys.board })
      void client.invalidateQueries({ queryKey: keys.transcripts })
    })
  return { confirm, pending, refusal, arrived }
}

/** Its page is there: whoever presses for the same video from now on means another one. */
export function forgetAsk({ generation, videoId }: Pick<TranscriptView, 'generation' | 'videoId'>): void {
  const wish = wishOf(generation.account.id, videoId)
  if (readUnanswered('transcribe', wish, isAsk, systemClock())?.id === generation.id)
    forgetUnanswered('transcribe', wish)
}

const wishOf = (accountId: string | undefined, videoId: string) => `${accountId} ${videoId}`

interface KeptAsk {
  id: string
  at: number
}

const isAsk = (kept: object): kept is KeptAsk => typeof Reflect.get(kept, 'id') === 'string'

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
