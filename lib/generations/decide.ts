import type { LedgerKind } from '@/lib/generated/prisma/enums'
import { backoffMs, nextAskAt } from '@/lib/generations/pace'
import { type Problem, problem } from '@/lib/generations/problem'
import type { GenerationState } from '@/lib/generations/state'
import type { QueueAnswer, RetrieveAnswer, Said } from '@/lib/venice/answers'

/** What a decision needs to know of a row. Times are ms since 1970. */
export interface JobFacts {
  acceptedAt: number | null
  averageMs: number | null
  failures: number
  note: Problem | null
  /** Whether the media comes from a link of its own instead of the answer's body. */
  hasLink: boolean
}

/** Fields to change; what is left out stays as it is. Times are ms since 1970. */
export interface Change {
  state?: GenerationState
  dueAt?: number
  failures?: number
  note?: Problem | null
  problem?: Problem | null
  refund?: 'yes' | 'no' | 'unknown'
  queueId?: string
  queueModel?: string
  downloadUrl?: string | null
  averageMs?: number
  sentAt?: number
  acceptedAt?: number
  mediaReadyAt?: number
  storedAt?: number
  remoteDeletedAt?: number
  endedAt?: number | null
  assetHash?: string
  downloadGets?: number
}

/** What to do next: fields to change and ledger lines (each of the quoted amount), in one commit. */
export interface Decision {
  change: Change
  ledger: LedgerKind[]
}

/** Missing this often, over this long, means gone for good: one 404 may be a hiccup of a backend. */
const GONE = { times: 4, ms: 3 * 60_000 }

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
          note: null,
        },
        ledger: ['charge'],
      }
    case 'refused':
      return rejected(
        problem(answer.reason, refusal(answer.reason, answer.sentence), { said: answer.said.excerpt }),
        now,
      )
    case 'policy':
      return refusedByPolicy(answer, now)
    case 'consent':
      return {
        change: {
          state: 'awaiting_consent',
          dueAt: now,
          note: null,
          problem: problem('consent', 'This model needs your consent before it takes a face. Nothing was spent.', {
            said: answer.policyText,
          }),
        },
        ledger: ['release'],
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

/** A send that nobody can answer for: the process ended between sending and recording. */
export function decideAbandoned(now: number): Decision {
  return uncertain('Squero stopped before the answer came.', null, now)
}

/** What the answer to "is it done?" means. `media` is not decided here: it is received. */
export function decideRetrieved(
  facts: JobFacts,
  answer: Exclude<RetrieveAnswer, { kind: 'media' }>,
  now: number,
): Decision {
  switch (answer.kind) {
    case 'processing':
      return processing(facts, answer.averageMs ?? facts.averageMs, now)
    case 'completed':
      if (!facts.hasLink)
        return askLater(facts, now, answer.said, 'troubled', 'Venice says it is done but sends no clip.')
      return { change: { state: 'receiving', mediaReadyAt: now, dueAt: now, failures: 0, note: null }, ledger: [] }
    case 'policy':
      return failed(answer, now)
    case 'gone':
      return missing(facts, now, answer.said)
    case 'limited':
      return askLater(facts, now, answer.said, 'limited', 'Venice answers no more questions this minute.')
    case 'unauthorized':
      return askLater(facts, now, answer.said, 'unauthorized', 'Venice does not accept the API key any more.')
    case 'troubled':
      return askLater(facts, now, answer.said, 'troubled', 'Venice gives no proper answer.')
  }
}

function processing(facts: JobFacts, averageMs: number | null, now: number): Decision {
  return {
    change: {
      state: 'processing',
      dueAt: nextAskAt(now, facts.acceptedAt ?? now, averageMs),
      failures: 0,
      note: null,
      ...(averageMs === null ? {} : { averageMs: Math.round(averageMs) }),
    },
    ledger: [],
  }
}

function rejected(why: Problem, now: number): Decision {
  return { change: { state: 'rejected', problem: why, endedAt: now, note: null }, ledger: ['release'] }
}

function refusedByPolicy(answer: Extract<QueueAnswer, { kind: 'policy' }>, now: number): Decision {
  const money = {
    yes: { ledger: ['release'], words: 'Nothing was spent.' },
    no: { ledger: ['charge'], words: 'Venice says it was charged all the same.' },
    unknown: { ledger: [], words: 'Venice does not say whether it was charged.' },
  } as const
  const refund = told(answer.creditsRefunded)
  const why = problem('policy', `Venice refused the prompt: ${sentenceOf(answer.sentence)} ${money[refund].words}`, {
    said: answer.said.excerpt,
    suggestedPrompt: answer.suggestedPrompt,
  })
  return {
    change: { state: 'rejected', problem: why, refund, endedAt: now, note: null },
    ledger: [...money[refund].ledger],
  }
}

function failed(answer: Extract<RetrieveAnswer, { kind: 'policy' }>, now: number): Decision {
  const refund = told(answer.refunded)
  const words = {
    yes: 'The charge was refunded.',
    no: 'It was charged and not refunded.',
    unknown: 'It was charged; the answer does not say whether it is refunded.',
  }
  return {
    change: {
      state: 'failed',
      refund,
      endedAt: now,
      note: null,
      problem: problem('policy', `The provider refused it: ${sentenceOf(answer.sentence)} ${words[refund]}`, {
        said: answer.said.excerpt,
      }),
    },
    ledger: refund === 'yes' ? ['refund'] : [],
  }
}

function uncertain(cause: string, said: Said | null, now: number): Decision {
  const why = problem(
    'unclear',
    'No clear answer came to the request, so it may have been charged. It is never sent again by itself.',
    { said: said?.excerpt || cause },
  )
  return { change: { state: 'uncertain', problem: why, dueAt: now, note: null }, ledger: [] }
}

function sendLater(facts: JobFacts, now: number, retryAt: number | null, code: string, sentence: string): Decision {
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

function askLater(facts: JobFacts, now: number, said: Said | null, code: string, sentence: string): Decision {
  const dueAt = Math.max(said?.retryAt ?? 0, now + backoffMs(facts.failures))
  return {
    change: {
      dueAt,
      failures: facts.failures + 1,
      note: problem(code, `${sentence} The job is kept and asked for again.`, {
        said: said?.excerpt ?? null,
        retryAt: dueAt,
      }),
    },
    ledger: [],
  }
}

function missing(facts: JobFacts, now: number, said: Said): Decision {
  const again = facts.note?.code === 'missing' ? facts.note : null
  const since = again?.since ?? now
  const times = (again?.times ?? 0) + 1
  if (times >= GONE.times && now - since >= GONE.ms) {
    const why = 'Venice no longer has this job, asked repeatedly over minutes. It was charged; the media is gone there.'
    return {
      change: { state: 'lost', endedAt: now, note: null, problem: problem('gone', why, { said: said.excerpt }) },
      ledger: [],
    }
  }
  const dueAt = now + Math.max(backoffMs(facts.failures), 20_000)
  return {
    change: {
      dueAt,
      failures: facts.failures + 1,
      note: problem('missing', 'Venice does not find the job. It is asked again before it counts as lost.', {
        since,
        times,
        retryAt: dueAt,
      }),
    },
    ledger: [],
  }
}

const REFUSALS: Record<Extract<QueueAnswer, { kind: 'refused' }>['reason'], (said: string) => string> = {
  invalid: (said) => `Venice refused the request: ${sentenceOf(said)} Nothing was spent. Change it and generate again.`,
  unauthorized: () =>
    'Venice does not accept the API key. Nothing was spent. Check VENICE_API_KEY and start Squero again.',
  balance: () =>
    'The balance at Venice does not cover this. Nothing was spent. Top up at venice.ai, then generate again.',
  region: () => 'Venice does not offer this model in your region. Nothing was spent. Choose another model.',
  'not-found': (said) =>
    `Venice does not have this model now: ${sentenceOf(said)} Nothing was spent. Choose another model.`,
  'too-large': () => 'The request is too large for Venice. Nothing was spent. Use smaller media.',
  'media-type': (said) => `Venice does not take this kind of file: ${sentenceOf(said)} Nothing was spent.`,
}

const refusal = (reason: keyof typeof REFUSALS, said: string) => REFUSALS[reason](said)

const told = (refunded: boolean | null) => (refunded === null ? 'unknown' : refunded ? 'yes' : 'no')

const sentenceOf = (said: string) => (/[.!?]$/.test(said.trim()) ? said.trim() : `${said.trim()}.`)
