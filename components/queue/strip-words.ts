import { clockWords } from '@/components/generation/words'
import type { BoardView, GenerationView } from '@/lib/generations/view'

/** How long until the first running generation is likely done, ms; null when no average says so or it is past it. */
export function nextReadyMs(running: GenerationView[], now: number): number | null {
  const left = running.flatMap(({ state, acceptedAt, progress: { averageMs } }) =>
    state === 'processing' && acceptedAt !== null && averageMs !== null ? [acceptedAt + averageMs - now] : [],
  )
  const soonest = Math.min(...left.filter((ms) => ms > 0))
  return Number.isFinite(soonest) ? soonest : null
}

/** The board in one line: `3 running next in 0:38`, or what ended when nothing runs. */
export function stripWords(
  { running, earlier }: Pick<BoardView, 'running' | 'earlier'>,
  nextMs: number | null,
): { lead: string; rest: string } {
  if (running.length === 0) {
    const ready = earlier.filter(({ clip }) => clip !== null).length
    return { lead: `${ready} ready`, rest: '' }
  }
  return { lead: `${running.length} running`, rest: nextMs === null ? '' : `next in ${clockWords(nextMs)}` }
}
