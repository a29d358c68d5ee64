import { withdraw } from '@/components/library/verbs/changes'
import type { LibraryResult, UndoStep } from '@/lib/library/view'

/** An action takes so many clips at once. */
const MOST = 1000

const UNANSWERED: LibraryResult = {
  ok: false,
  sentence: 'The studio did not answer. See what is done before you try again.',
}

/**
 * Runs an action on any number of clips, one part after the other; stops at the first that is refused.
 * @param takenBack stops it before the next part; what is on its way is not sent again by another page
 */
export async function run(
  ids: readonly string[],
  act: (ids: string[]) => Promise<LibraryResult>,
  takenBack: AbortSignal,
): Promise<LibraryResult> {
  const steps: UndoStep[] = []
  let [count, left] = [0, '']
  for (let at = 0; at < ids.length && !takenBack.aborted; at += MOST) {
    const answer = act(ids.slice(at, at + MOST))
    takenBack.addEventListener('abort', () => withdraw(answer), { once: true })
    const result = await answer.catch(() => UNANSWERED)
    if (!result.ok) return result
    count += result.count
    left = result.left ?? left
    steps.push(...(result.undo ?? []))
  }
  return { ok: true, count, undo: steps, ...(left === '' ? {} : { left }) }
}
