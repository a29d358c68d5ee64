import type { QueryClient } from '@tanstack/react-query'
import { bin, undo } from '@/app/actions/library'
import { nameOf } from '@/components/generation/words'
import { patchLists } from '@/components/library/list/patch'
import { refuse, say } from '@/components/library/verbs/notice-store'
import { forgetOthers, refreshAround } from '@/components/library/verbs/shown-lists'
import type { GenerationView } from '@/lib/generations/view'
import type { LibraryResult, UndoStep } from '@/lib/library/view'

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
  say(words, steps.length > 0 ? () => takeBack(client, steps) : null)
  return result
}

async function takeBack(client: QueryClient, steps: UndoStep[]): Promise<void> {
  const result = await undo(steps).catch(() => null)
  if (!result?.ok) return refuse(result?.sentence ?? 'The studio did not answer. Nothing was taken back yet.')
  forgetOthers(client)
  refreshAround(client, true)
  say('Taken back.')
}
