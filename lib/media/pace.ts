import 'server-only'
import { MediaError } from '@/lib/media/error'

/** A sender has to bring this much in every window, or the connection is taken for dead or dripping. */
const WINDOW_MS = 30_000
const WINDOW_BYTES = 128 * 1024

export interface Pace {
  /** Aborted with a MediaError: `stalled`, or `aborted` when the caller's own signal was. */
  signal: AbortSignal
  count(bytes: number): void
  stop(): void
}

/** Watches how fast bytes come in. `stop` must be called, or the timer stays. */
export function watchPace(outer: AbortSignal | undefined): Pace {
  const controller = new AbortController()
  let arrived = 0
  const timer = setInterval(() => {
    if (arrived < WINDOW_BYTES) controller.abort(new MediaError('stalled'))
    arrived = 0
  }, WINDOW_MS)
  const stopped = () => controller.abort(new MediaError('aborted', { cause: outer?.reason }))
  if (outer?.aborted) stopped()
  outer?.addEventListener('abort', stopped, { once: true })
  return {
    signal: controller.signal,
    count: (bytes) => {
      arrived += bytes
    },
    stop: () => {
      clearInterval(timer)
      outer?.removeEventListener('abort', stopped)
    },
  }
}
