import 'server-only'
import type { Told } from '@/lib/generations/works'
import type { QueueAnswer, RetrieveAnswer, TranscriptAnswer } from '@/lib/venice/answers'

/** What the vendor counts as a failed request; one that never left this machine it can't count. */
const FAILED: readonly string[] = [
  'refused',
  'policy',
  'consent',
  'limited',
  'unclear',
  'troubled',
  'unauthorized',
  'gone',
]

/** What an answer tells of the limits. */
export function toldBy(answer: QueueAnswer | RetrieveAnswer | TranscriptAnswer): Told {
  const said = 'said' in answer ? answer.said : null
  return {
    failed: FAILED.includes(answer.kind),
    rate: answer.kind === 'media' ? answer.rate : (said?.rate ?? null),
    closedUntil: answer.kind === 'limited' ? answer.said.retryAt : null,
  }
}

/** Nothing was asked after all. */
export const TOLD_NOTHING: Told = { failed: false, rate: null, closedUntil: null }
