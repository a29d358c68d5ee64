import { clockWords } from '@/components/generation/words'
import type { AttemptView, UnclearView, UsageNearView } from '@/lib/generations/unclear-view'

/** How well an entry of the usage history fits the unclear request. */
export type Fit = 'well' | 'partly' | 'other' | 'taken'

export const FIT_WORDS: Record<Fit, string> = {
  well: 'Fits well',
  partly: 'Fits in part',
  other: 'Does not fit',
  taken: 'Belongs to another job',
}

export function fitOf({ belongsTo, sameModel, sameAmount }: UsageNearView): Fit {
  if (belongsTo) return 'taken'
  // Where there was no quote there is no amount to compare.
  if (sameModel && sameAmount !== false) return 'well'
  return sameModel || sameAmount ? 'partly' : 'other'
}

/** `0:12 after it was sent`, `at the same moment`. */
export function apartWords(apartMs: number): string {
  const size = Math.abs(apartMs)
  if (size < 1000) return 'at the moment it was sent'
  return `${clockWords(size)} ${apartMs > 0 ? 'after' : 'before'} it was sent`
}

/** What the history says in one sentence, before its entries. */
export function historyWords({ history, quoteMicroUsd, problem, readAt, readFarEnough }: UnclearView): string {
  if (problem !== null) return problem
  if (readAt === null) return 'The usage history has not been read yet.'
  const fits = history.filter((entry) => fitOf(entry) === 'well').length
  if (fits === 1)
    return `One charge fits: the same model${quoteMicroUsd === null ? '' : ' and the same amount'}, and it belongs to no other job here.`
  if (fits > 1) return `${fits} charges fit, and belong to no other job here.`
  return readFarEnough
    ? 'None found: no charge around that moment fits this request.'
    : 'None found so far. An entry may still come: the history runs a little behind.'
}

const OUTCOMES: Record<string, string> = {
  queued: 'Venice accepted it',
  transcribed: 'Venice answered with the transcript',
  refused: 'Venice refused it, and nothing was bought',
  policy: 'Venice refused the prompt',
  consent: 'Venice asked for consent, and nothing was bought',
  limited: 'Venice took no more requests that minute, and nothing was bought',
  unsent: 'It never left this machine',
  unclear: 'No clear answer came',
}

/** What became of one attempt to send. */
export function outcomeWords({ outcome, status }: AttemptView): string {
  const words = outcome === null ? 'No answer was ever recorded' : (OUTCOMES[outcome] ?? outcome)
  return status === null ? words : `${words} (status ${status})`
}
