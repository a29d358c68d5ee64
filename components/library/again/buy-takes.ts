import type { Intent, SubmitResult } from '@/lib/generations/view'

/** Why the rest of an order was not recorded; `unanswered`: nobody knows yet whether the next one arrived. */
export type Stop = Exclude<SubmitResult, { kind: 'accepted' }> | { kind: 'unanswered' }

export interface Bought {
  recorded: number
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
  for (const [at, id] of ids.entries()) {
    const stop = await stopAt({ ...order, id }, submit)
    if (stop) return { recorded: at, left: ids.slice(at), stop }
  }
  return { recorded: ids.length, left: [], stop: null }
}

async function stopAt(intent: Intent, submit: (intent: Intent) => Promise<SubmitResult>): Promise<Stop | null> {
  try {
    const result = await submit(intent)
    return result.kind === 'accepted' ? null : result
  } catch {
    return { kind: 'unanswered' }
  }
}
