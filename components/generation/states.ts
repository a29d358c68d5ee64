import { ASKING_STATES, RUNNING_STATES } from '@/lib/generations/state'
import type { GenerationView } from '@/lib/generations/view'

/** Whether the engine still works on it. */
export function isRunning({ state }: Pick<GenerationView, 'state'>): boolean {
  return RUNNING_STATES.some((running) => running === state)
}

/** Whether nothing is left to happen to it: only then can it be deleted. */
export function isOver(view: Pick<GenerationView, 'state'>): boolean {
  return !isRunning(view) && !ASKING_STATES.some((asking) => asking === view.state)
}
