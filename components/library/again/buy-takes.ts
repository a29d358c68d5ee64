import type { Intent, SubmitResult } from '@/lib/generations/view'

/**
 * Why the rest of an order was not recorded; `unanswered`: nobody knows yet whether the next one arrived, and `sentence` is
 * what the studio said when it was asked again.
 */
export type Stop = Exclude<SubmitResult, { kind: 'accepted' }> | { kind: 'unanswered'; sentence?: string }

export interface Bought {
  recorded: number
  /** How many of these an earlier press had recorded. */
  before: number
  /** The ids of what was not recorded, or is not known to be: sent again, none is bought twice. */
  left: string[]
  stop: Stop | null
}

/**
 * Buys takes of one input one after another, each a press of its own with its own id, until one is not taken.
 * @param submit what the action does; rejects when no answer came
 */
export async function buyTakes(
  order: Omit<Intent, 'id'>,
  ids: readonly string[],
  submit: (intent: Intent) => Promise<SubmitResult>,
): Promise<Bought> {
  let before = 0
  for (const [at, id] of ids.entries()) {
    const result = await answerTo({ ...order, id }, submit)
    if (result.kind !== 'accepted') return { recorded: at, before, left: ids.slice(at), stop: result }
    if (result.before) before += 1
  }
  return { recorded: ids.length, before, left: [], stop: null }
}

async function answerTo(
  intent: Intent,
  submit: (intent: Intent) => Promise<SubmitResult>,
): Promise<SubmitResult | { kind: 'unanswered' }> {
  try {
    return await submit(intent)
  } catch {
    return { kind: 'unanswered' }
  }
}
