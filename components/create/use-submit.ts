import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { submitGeneration } from '@/app/actions/generations'
import type { FieldErrors } from '@/components/create/generate-state'
import { newId } from '@/components/create/new-id'
import { expectedView, withoutExpected, withRunning } from '@/components/create/optimistic'
import { keys } from '@/components/query/keys'
import { systemClock } from '@/lib/clock'
import type { GenerationInput } from '@/lib/generations/input'
import type { BoardView, Intent, QuoteView, StudioStatus, SubmitResult } from '@/lib/generations/view'

/** What the last press came to, as far as the form has to say it. */
export type Outcome =
  | { kind: 'none' }
  | { kind: 'invalid'; fields: FieldErrors; sentence: string }
  | { kind: 'moved'; quote: QuoteView; wasMicroUsd: number }
  | { kind: 'refused'; sentence: string }

const NO_ANSWER = 'The studio did not answer. Nothing is bought twice: press again.'

/** One press of Generate after another. A press that got no answer keeps its id, so pressing again buys nothing twice. */
export function useSubmit(modelName: string, status: StudioStatus) {
  const client = useQueryClient()
  const unanswered = useRef<Intent | null>(null)
  const [sending, setSending] = useState<Intent | null>(null)
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' })

  const patchBoard = (change: (board: BoardView) => BoardView) =>
    client.setQueryData<BoardView>(keys.board, (board) => board && change(board))

  async function submit(input: GenerationInput, quotedMicroUsd: number) {
    const intent: Intent = {
      id: idFor(input, unanswered.current),
      input,
      quotedMicroUsd,
      projectId: null,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      confirmed: false,
    }
    setSending(intent)
    setOutcome({ kind: 'none' })
    await client.cancelQueries({ queryKey: keys.board })
    patchBoard((board) => withRunning(board, expectedView(intent, modelName, status, systemClock())))
    const result = await answerTo(intent)
    unanswered.current = result === null ? intent : null
    if (result?.kind === 'accepted') patchBoard((board) => withRunning(board, result.generation))
    else patchBoard((board) => withoutExpected(board, intent.id))
    if (result?.kind === 'moved') client.setQueryData(keys.quote(result.quote.key), result.quote)
    setOutcome(outcomeOf(result))
    setSending(null)
    void client.invalidateQueries({ queryKey: keys.board })
    void client.invalidateQueries({ queryKey: keys.account })
  }

  return { submit, sending, outcome, forget: () => setOutcome({ kind: 'none' }) }
}

/** null: no answer came back, so nobody knows yet whether the press arrived. */
async function answerTo(intent: Intent): Promise<SubmitResult | null> {
  try {
    return await submitGeneration(intent)
  } catch {
    return null
  }
}

function idFor(input: GenerationInput, unanswered: Intent | null): string {
  const again = unanswered !== null && JSON.stringify(unanswered.input) === JSON.stringify(input)
  return again ? unanswered.id : newId()
}

function outcomeOf(result: SubmitResult | null): Outcome {
  if (result === null) return { kind: 'refused', sentence: NO_ANSWER }
  switch (result.kind) {
    case 'accepted':
      return { kind: 'none' }
    case 'cap':
      return { kind: 'refused', sentence: `${result.refusal.sentence} Nothing was spent.` }
    case 'ask':
      return { kind: 'refused', sentence: 'The price is above the amount you set to be asked about.' }
    case 'invalid':
    case 'moved':
    case 'refused':
      return result
  }
}
