import type { Decision, JobFacts } from '@/lib/generations/decision'
import { type Problem, problem } from '@/lib/generations/problem'
import type { QueueAnswer } from '@/lib/venice/answers'
import type { JsonObject } from '@/lib/venice/request'

/** The note of a generation that goes out again without a field. */
export const DROPPED = 'dropped'

/** Fields the vendor may refuse after quoting them, and which change nothing that was paid for when they are left out. */
const OPTIONAL = {
  audio: { words: 'a choice of audio', without: (input: JsonObject): JsonObject => ({ ...input, audio: null }) },
  bitrate_mode: {
    words: 'a choice of bitrate',
    without: (input: JsonObject): JsonObject => ({ ...input, bitrate: null }),
  },
  omni_reference_task_type: {
    words: 'a task',
    without: (input: JsonObject): JsonObject => ({ ...input, media: { ...Object(input.media), task: null } }),
  },
}

type Optional = keyof typeof OPTIONAL

/** What was recorded of a row, and how often it was refused before. */
export interface Refusable {
  request: JsonObject
  input: JsonObject
  refusals: number
}

/**
 * A 400 that names an optional field proves that nothing was bought: once, the same request goes again without it, after
 * its price was asked for anew (a higher one takes it back). Null: the answer is no such thing.
 */
export function decideDropped(facts: JobFacts, row: Refusable, answer: QueueAnswer, now: number): Decision | null {
  const field = row.refusals === 0 ? droppable(answer) : null
  if (field === null || !(field in row.request)) return null
  const { [field]: _dropped, ...request } = row.request
  return {
    change: {
      state: 'waiting',
      request,
      input: OPTIONAL[field].without(row.input),
      // As old as can be: no price holds for what is asked for now.
      quotedAt: 0,
      dueAt: now,
      failures: facts.failures,
      note: noteFor(field),
    },
    ledger: [],
  }
}

/** The one field that every complaint of the answer is about, if it can be left out. */
export function droppable(answer: QueueAnswer): Optional | null {
  if (answer.kind !== 'refused' || answer.reason !== 'invalid') return null
  const named = new Set(answer.issues.map(({ path }) => path[0]))
  const [only] = named
  return named.size === 1 && isOptional(only) ? only : null
}

const isOptional = (name: string | undefined): name is Optional => name !== undefined && name in OPTIONAL

function noteFor(field: Optional): Problem {
  const { words } = OPTIONAL[field]
  return problem(
    DROPPED,
    `This model takes no ${words.replace(/^a /, '')} at Venice: it is made without one. Nothing was charged twice.`,
  )
}
