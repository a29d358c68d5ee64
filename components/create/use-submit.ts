import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { submitGeneration } from '@/app/actions/generations'
import type { FieldErrors } from '@/components/create/generate-state'
import { newId } from '@/components/create/new-id'
import { expectedView, withoutExpected, withRunning } from '@/components/create/optimistic'
import { cutOffPress, forgetPress, type KeptPress, keepPress, readPress } from '@/components/create/press'
import { keys } from '@/components/query/keys'
import { endsPress, NO_ANSWER } from '@/components/unanswered'
import { systemClock } from '@/lib/clock'
import type { BoardView, Intent, QuoteView, StudioStatus, SubmitResult } from '@/lib/generations/view'
import type { CapRefusal } from '@/lib/money/cap-refusal'

/** What the last press came to, as far as the form has to say it. */
export type Outcome =
  | { kind: 'none' }
  | { kind: 'invalid'; fields: FieldErrors; sentence: string }
  | { kind: 'moved'; quote: QuoteView; wasMicroUsd: number }
  | { kind: 'refused'; sentence: string }
  | { kind: 'cap'; refusal: CapRefusal }
  | { kind: 'ask'; microUsd: number; askAboveMicroUsd: number }

/** What one press buys, at the price that was on the button. */
export interface Press extends Pick<Intent, 'input' | 'quotedMicroUsd' | 'confirmed' | 'fromId'> {
  project: { id: string; name: string } | null
}

const HAD_ARRIVED = 'Your press before had arrived: nothing was bought again. Press once more for another take.'

/**
 * One press of Generate after another. A press that got no answer keeps its id, so pressing again buys nothing twice;
 * one that a reload cut off is sent once more under its id as soon as the page is back.
 */
export function useSubmit(modelName: string, status: StudioStatus) {
  const client = useQueryClient()
  const leaving = useRef(false)
  const [sending, setSending] = useState<Intent | null>(null)
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' })

  const patchBoard = (change: (board: BoardView) => BoardView) =>
    client.setQueryData<BoardView>(keys.board, (board) => board && change(board))

  function submit({ project, ...press }: Press): Promise<Outcome> {
    const asked = {
      ...press,
      projectId: project?.id ?? null,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      accountId: status.accountId,
    }
    const at = systemClock()
    const before = readPress(asked, at)
    const intent = { ...asked, id: before?.intent.id ?? newId() }
    return send({ intent, modelName, project, at, told: false }, before ? 'again' : 'first')
  }

  async function send(press: KeptPress, how: 'first' | 'again' | 'by itself'): Promise<Outcome> {
    const { intent, project } = press
    keepPress(press)
    leaving.current = false
    setSending(intent)
    setOutcome({ kind: 'none' })
    await client.cancelQueries({ queryKey: keys.board })
    const expected = { ...expectedView(intent, press.modelName, status, press.at), project }
    patchBoard((board) => withRunning(board, expected))
    const result = await answerTo(intent)
    if (endsPress(result, how !== 'first')) forgetPress(press)
    // A page that goes away gets no answer either, and nobody reads what is said below.
    else if (!leaving.current) keepPress({ ...press, told: true, at: systemClock() })
    if (result?.kind === 'accepted') patchBoard((board) => withRunning(board, result.generation))
    else patchBoard((board) => withoutExpected(board, intent.id))
    if (result?.kind === 'moved') client.setQueryData(keys.quote(result.quote.key), result.quote)
    const came = outcomeOf(result, how === 'again')
    setOutcome(came)
    setSending(null)
    void client.invalidateQueries({ queryKey: keys.board })
    void client.invalidateQueries({ queryKey: keys.account })
    return came
  }

  const takeUp = useEffectEvent(() => {
    const now = systemClock()
    const press = cutOffPress(status.accountId, now)
    if (press) void send(press, 'by itself')
  })
  useEffect(() => {
    takeUp()
    const leave = () => {
      leaving.current = true
    }
    window.addEventListener('beforeunload', leave)
    return () => window.removeEventListener('beforeunload', leave)
  }, [])

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

function outcomeOf(result: SubmitResult | null, again: boolean): Outcome {
  if (result === null) return { kind: 'refused', sentence: NO_ANSWER }
  switch (result.kind) {
    case 'accepted':
      return again && result.before ? { kind: 'refused', sentence: HAD_ARRIVED } : { kind: 'none' }
    case 'cap':
    case 'ask':
    case 'invalid':
    case 'moved':
    case 'refused':
      return result
  }
}
