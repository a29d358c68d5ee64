import type { QueryClient } from '@tanstack/react-query'
import { nameOf } from '@/components/generation/words'
import { patchLists } from '@/components/library/list/patch'
import { bin } from '@/components/library/verbs/changes'
import { remember, say } from '@/components/library/verbs/notice-store'
import { takeBackSteps } from '@/components/library/verbs/take-back'
import type { GenerationView } from '@/lib/generations/view'
import type { LibraryResult } from '@/lib/library/view'

/** Puts the clip of a page into the bin; the library, where one goes from there, says so and offers to take it back. */
export async function binClip(
  client: QueryClient,
  view: Pick<GenerationView, 'id' | 'input' | 'model'>,
): Promise<LibraryResult> {
  const result = await bin([view.id])
  if (!result.ok) return result
  patchLists(client, new Set([view.id]), () => null)
  const steps = result.undo ?? []
  const words = `Deleted “${nameOf(view)}”. In the bin for 30 days.`
  const undoIt = steps.length > 0 ? () => takeBackSteps(client, steps) : null
  if (undoIt) remember(undoIt)
  say(words, undoIt)
  return result
}
