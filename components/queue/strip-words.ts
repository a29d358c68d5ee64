import { clockWords, isReady } from '@/components/generation/words'
import { lineOf } from '@/components/queue/line'
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
  board: Pick<BoardView, 'running' | 'earlier' | 'sendingPaused'>,
  nextMs: number | null,
): { lead: string; rest: string } {
  const { waiting, sent, held } = lineOf(board)
  const kept = held && waiting.length > 0 ? `${waiting.length} ${board.sendingPaused ? 'paused' : 'waiting'}` : null
  const running = held ? sent.length : board.running.length
  if (running > 0) {
    const next = nextMs === null ? null : `next in ${clockWords(nextMs)}`
    return { lead: `${running} running`, rest: [next, kept].filter((part) => part !== null).join(', ') }
  }
  if (kept !== null) return { lead: kept, rest: '' }
  return { lead: `${board.earlier.filter(isReady).length} ready`, rest: '' }
}
