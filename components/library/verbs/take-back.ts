import type { QueryClient } from '@tanstack/react-query'
import { undo } from '@/components/library/verbs/changes'
import { refuse, remember, say } from '@/components/library/verbs/notice-store'
import { forgetOthers, refreshAround } from '@/components/library/verbs/shown-lists'
import type { UndoStep } from '@/lib/library/view'

/**
 * Takes back what an action answered how to. Where the studio does not answer it is remembered, and can be tried again.
 * @param unshow takes back what was shown of it
 */
export async function takeBackSteps(client: QueryClient, steps: UndoStep[], unshow?: () => void): Promise<void> {
  if (steps.length === 0) return unshow?.()
  const result = await undo(steps).catch(() => null)
  if (!result?.ok) {
    remember(() => takeBackSteps(client, steps, unshow))
    return refuse(result?.sentence ?? 'The studio did not answer. Nothing was taken back yet.')
  }
  unshow?.()
  forgetOthers(client)
  refreshAround(client, true)
  say('Taken back.')
}
