import { DROPPED } from '@/lib/generations/decide-dropped'
import { type Decision, type JobFacts, sentenceOf, told } from '@/lib/generations/decision'
import { backoffMs } from '@/lib/generations/pace'
import { type Problem, problem } from '@/lib/generations/problem'
import { canFollow, type GenerationKind, type GenerationState } from '@/lib/generations/state'
import type { Complaint } from '@/lib/generations/view'
import { formFieldOf } from '@/lib/generations/wire'
import type { Issue, QueueAnswer, Said } from '@/lib/venice/answers'
import { fieldOfIssue } from '@/lib/venice/request'

/**
 * What the answer to a paid request means. Only answers that prove that nothing was bought may lead back to `waiting`
 * or to `rejected`; whatever is unclear is `uncertain` and never sent again by itself (docs/architecture.md).
 */
export function decideQueued(facts: JobFacts, answer: QueueAnswer, now: number): Decision {
  switch (answer.kind) {
    case 'queued':
      return {
        change: {
          state: 'processing',
          queueId: answer.queueId,
          queueModel: answer.model,
          downloadUrl: answer.downloadUrl,
          acceptedAt: now,
          // Asked early once, only to learn the usual time of this model.
          dueAt: now + 1000,
          failures: 0,
          // What was left out of the request goes on being said.
          note: facts.note?.code === DROPPED ? facts.note : null,
        },
        ledger: [{ kind: 'charge', basis: 'quote' }],
      }
    case 'refused':
      return rejected(
        problem(answer.reason, refusal(answer.reason, answer.sentence), {
          said: answer.said.excerpt,
          complaints: answer.issues.flatMap(complaintOf),
        }),
        now,
      )
    case 'policy':
      return refusedByPolicy(answer, 'the prompt', now)
    case 'consent':
      return {
        change: {
          state: 'awaiting_consent',
          dueAt: now,
          note: null,
          consent: {
            version: answer.version,
            policyText: answer.policyText,
            roles: answer.roles,
            docsUrl: answer.docsUrl,
            confirmedAt: null,
          },
          problem: problem('consent', 'Venice needs your consent before this is sent on. Nothing was spent.'),
        },
        ledger: [{ kind: 'release', basis: 'answer' }],
      }
    case 'limited':
      return sendLater(
        facts,
        now,
        answer.said.retryAt,
        'limited',
        'Venice takes no more requests this minute. Nothing was spent.',
      )
    case 'unsent':
      return sendLater(facts, now, null, 'unsent', 'Venice can’t be reached. Nothing was sent and nothing was spent.')
    case 'unclear':
      return uncertain(answer.cause, answer.said, now)
  }
}

/**
 * The same answer when it comes after all, to a row that was taken for unclear: it settles that, whatever was believed
 * or said by the person meanwhile. Null: it says nothing that may still change this row.
 */
export function decideLate(
  state: GenerationState,
  decision: Decision,
  kind: GenerationKind = 'video',
): Decision | null {
  const { change, ledger } = decision
  if (!change.state || !canFollow(state, change.state, kind)) return null
  // A transcript is done with its answer; a clip is on its way.
  if (change.state !== 'processing' && change.state !== 'done') return state === 'uncertain' ? decision : null
  // Lost means that the person said it was charged, and so it stands in the ledger.
  const settled = { ...change, problem: null, endedAt: change.endedAt ?? null }
  return { change: settled, ledger: state === 'lost' ? [] : ledger }
}

/** The disk is too full to buy for: it waits, and goes out when there is room. */
export function decideNoRoom(facts: JobFacts, sentence: string, now: number): Decision {
  return sendLater(facts, now, null, 'disk', sentence)
}

/** A file it is made from is not in the media folder: it waits for the file to come back, or for the person to cancel. */
export function decideFileGone(facts: JobFacts, now: number): Decision {
  const sentence = 'A file this is made from is missing in the media folder. Nothing was sent. Put it back, or cancel.'
  return sendLater(facts, now, null, 'file-gone', sentence)
}

/** A send that nobody can answer for: the process ended between sending and recording. */
export function decideAbandoned(now: number): Decision {
  return uncertain('Squero stopped before the answer came.', null, now)
}

function complaintOf(issue: Issue): Complaint[] {
  const field = fieldOfIssue(issue)
  return field ? [{ field: formFieldOf(field), message: sentenceOf(issue.message) }] : []
}

/** Proven not to be bought, for good. */
export function rejected(why: Problem, now: number): Decision {
  return {
    change: { state: 'rejected', problem: why, endedAt: now, note: null },
    ledger: [{ kind: 'release', basis: 'answer' }],
  }
}

/** Refused under the content policy: the money is as the answer says, or unknown. @param what was refused, in words */
export function refusedByPolicy(answer: Extract<QueueAnswer, { kind: 'policy' }>, what: string, now: number): Decision {
  const money = {
    yes: { ledger: [{ kind: 'release', basis: 'answer' }], words: 'Nothing was spent.' },
    no: { ledger: [{ kind: 'charge', basis: 'answer' }], words: 'Venice says it was charged all the same.' },
    unknown: { ledger: [], words: 'Venice does not say whether it was charged.' },
  } as const
  const refund = told(answer.creditsRefunded)
  const why = problem('policy', `Venice refused ${what}: ${sentenceOf(answer.sentence)} ${money[refund].words}`, {
    said: answer.said.excerpt,
    suggestedPrompt: answer.suggestedPrompt,
    recommendedModel: answer.recommendedModel,
  })
  return {
    change: { state: 'rejected', problem: why, refund, endedAt: now, note: null },
    ledger: [...money[refund].ledger],
  }
}

/** Nobody can say whether it was bought. */
export function uncertain(cause: string, said: Said | null, now: number): Decision {
  const why = problem(
    'unclear',
    'No clear answer came to the request, so it may have been charged. It is never sent again by itself.',
    { said: said?.excerpt || cause },
  )
  return { change: { state: 'uncertain', problem: why, dueAt: now, note: null }, ledger: [] }
}

/** Proven not to be bought, for now: back in line. @param retryAt when the vendor said to ask again, ms since 1970 */
export function sendLater(
  facts: JobFacts,
  now: number,
  retryAt: number | null,
  code: string,
  sentence: string,
): Decision {
  const dueAt = Math.max(retryAt ?? 0, now + (retryAt === null ? backoffMs(facts.failures) : 1000))
  return {
    change: {
      state: 'waiting',
      dueAt,
      failures: facts.failures + 1,
      note: problem(code, `${sentence} It goes out again by itself.`, { retryAt: dueAt }),
    },
    ledger: [],
  }
}

const REFUSALS: Record<Extract<QueueAnswer, { kind: 'refused' }>['reason'], (said: string) => string> = {
  invalid: (said) => `Venice refused the request: ${sentenceOf(said)} Nothing was spent. Change it and generate again.`,
  unauthorized: () => 'Venice does not accept the API key. Nothing was spent. Check the key in Settings.',
  balance: () =>
    'The balance at Venice does not cover this. Nothing was spent. Top up at venice.ai, then generate again.',
  region: () => 'Venice does not offer this model in your region. Nothing was spent. Choose another model.',
  'not-found': (said) =>
    `Venice does not have this model now: ${sentenceOf(said)} Nothing was spent. Choose another model.`,
  'too-large': () => 'The request is too large for Venice. Nothing was spent. Use smaller media.',
  'media-type': (said) => `Venice does not take this kind of file: ${sentenceOf(said)} Nothing was spent.`,
}

const refusal = (reason: keyof typeof REFUSALS, said: string) => REFUSALS[reason](said)
