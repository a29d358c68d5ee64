import { refusedByPolicy, rejected, sendLater, uncertain } from '@/lib/generations/decide-queued'
import { type Decision, type JobFacts, sentenceOf } from '@/lib/generations/decision'
import { problem } from '@/lib/generations/problem'
import type { RefusalReason, TranscriptAnswer } from '@/lib/venice/answers'

/**
 * What the answer to the request for a transcript means. The same rule as for a clip: only what proves that nothing was
 * bought leads back to `waiting` or to `rejected`. A transcript is done with its answer, and was charged an amount that
 * nobody told.
 */
export function decideTranscribed(facts: JobFacts, answer: TranscriptAnswer, now: number): Decision {
  switch (answer.kind) {
    case 'transcribed':
      return {
        change: { state: 'done', acceptedAt: now, storedAt: now, endedAt: now, failures: 0, note: null },
        ledger: [{ kind: 'charge', basis: 'answer', unknown: true }],
      }
    case 'refused': {
      const { reason, sentence, said } = answer
      return rejected(problem(reason, REFUSALS[reason](sentenceOf(sentence)), { said: said.excerpt }), now)
    }
    case 'policy':
      return refusedByPolicy(answer, 'the video', now)
    case 'limited':
      return sendLater(facts, now, answer.said.retryAt, 'limited', LIMITED)
    case 'unsent':
      return sendLater(facts, now, null, 'unsent', 'Venice can’t be reached. Nothing was sent and nothing was spent.')
    case 'unclear':
      return uncertain(answer.cause, answer.said, now)
  }
}

const LIMITED = 'Venice makes no more transcripts at the moment (429). Nothing was spent.'

const REFUSALS: Record<RefusalReason, (said: string) => string> = {
  invalid: (said) => `Venice refused the address: ${said} Nothing was spent. Try another one.`,
  unauthorized: () => 'Venice does not accept the API key. Nothing was spent. Check the key in Settings.',
  balance: () => 'The balance at Venice does not cover this. Nothing was spent. Top up at venice.ai, then try again.',
  region: (said) => `Venice does not let this key make transcripts: ${said} Nothing was spent.`,
  'not-found': (said) =>
    `Venice does not find this video: ${said} Nothing was spent. Check that it is public, then try again.`,
  'too-large': (said) => `The video is too large for Venice: ${said} Nothing was spent. Try a shorter one.`,
  'media-type': (said) => `Venice does not take this address: ${said} Nothing was spent.`,
}
