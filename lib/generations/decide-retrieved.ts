import { type Decision, type JobFacts, sentenceOf, told } from '@/lib/generations/decision'
import { backoffMs, nextAskAt } from '@/lib/generations/pace'
import { problem } from '@/lib/generations/problem'
import type { RetrieveAnswer, Said } from '@/lib/venice/answers'

/** Missing this often, over this long, means gone for good: one 404 may be a hiccup of a backend. */
const GONE = { times: 4, ms: 3 * 60_000 }

/** After so many failures in a row (over ten minutes of them) a hiccup is no likely reason any more. */
const KEEPS_FAILING = 7
/** Asked ever more rarely, but often enough within the day that media live there, ms. */
const RAREST = 30 * 60_000

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
      return troubled(facts, answer, now)
  }
}

/** Trouble never ends a paid job; trouble that does not stop is said as such, and the person may give the job up. */
function troubled(facts: JobFacts, answer: Extract<RetrieveAnswer, { kind: 'troubled' }>, now: number): Decision {
  if (facts.failures < KEEPS_FAILING) {
    return askLater(facts, now, answer.said, 'troubled', 'Venice gives no proper answer.')
  }
  const status = answer.said?.status
  const what = status ? `answers with ${status}` : 'gives no answer'
  return askLater(facts, now, answer.said, 'keeps-failing', `The provider keeps failing: it ${what}.`)
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
        recommendedModel: answer.recommendedModel,
      }),
    },
    ledger: refund === 'yes' ? [{ kind: 'refund', basis: 'answer' }] : [],
  }
}

function askLater(facts: JobFacts, now: number, said: Said | null, code: string, sentence: string): Decision {
  const dueAt = Math.max(said?.retryAt ?? 0, now + patience(facts.failures))
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

const patience = (failures: number) =>
  failures <= KEEPS_FAILING ? backoffMs(failures) : Math.min(backoffMs(failures) * (failures - KEEPS_FAILING), RAREST)

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
