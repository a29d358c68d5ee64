import type { ActionResult } from '@/lib/generations/view'

const UNANSWERED = 'The studio did not answer. See how this stands before you try again.'

/** Why a verb was not done; null when it was. */
export async function refusalOf(verb: () => Promise<ActionResult>, unanswered = UNANSWERED): Promise<string | null> {
  try {
    const result = await verb()
    return result.ok ? null : result.sentence
  } catch {
    return unanswered
  }
}
