import { bytesWords, clockWords } from '@/components/generation/words'
import type { GenerationView } from '@/lib/generations/view'

/** The waterline of a running generation. Shares of the whole bar, 0 to 1; null where nothing true can be drawn. */
export interface Progress {
  /** The certain part, in the colour of work. */
  fill: number | null
  /** How far the half-tone goes: what runs past the usual time. */
  over: number | null
  /** Where the usual time stands. */
  tick: number | null
  /** The part of the words in full ink. */
  lead: string
  rest: string
}

const SCALE = 1.5

/** How a generation stands at `now` (ms since 1970), as a bar and in words; null when nothing moves yet. */
export function progressOf(view: GenerationView, now: number): Progress | null {
  if (view.acceptedAt === null) return null
  const elapsedMs = Math.max(0, now - view.acceptedAt)
  if (view.state === 'receiving') return receivingProgress(view.progress, elapsedMs)
  return view.state === 'processing' ? generatingProgress(elapsedMs, view.progress.averageMs) : null
}

/**
 * Progress by the vendor's own average: the bar is 1.5 × the usual time long, and grows by half again when it would
 * end, so it never waits at its end.
 */
export function generatingProgress(elapsedMs: number, averageMs: number | null): Progress {
  const lead = clockWords(elapsedMs)
  if (averageMs === null || averageMs <= 0) return { fill: null, over: null, tick: null, lead, rest: ' gone' }
  let scaleMs = averageMs * SCALE
  while (elapsedMs >= scaleMs) scaleMs *= SCALE
  const late = elapsedMs - averageMs
  const rest =
    late < 0
      ? ` gone · about ${clockWords(Math.ceil(-late / 1000) * 1000)} left · usually ${clockWords(averageMs)}`
      : ` gone · ${clockWords(late)} longer than usual`
  return {
    fill: Math.min(elapsedMs, averageMs) / scaleMs,
    over: late > 0 ? elapsedMs / scaleMs : null,
    tick: averageMs / scaleMs,
    lead,
    rest,
  }
}

/** Progress by bytes received of bytes announced; without an announcement, the bytes alone. */
export function receivingProgress(
  { receivedBytes, totalBytes }: Pick<GenerationView['progress'], 'receivedBytes' | 'totalBytes'>,
  elapsedMs: number,
): Progress {
  const gone = `${clockWords(elapsedMs)} gone`
  const bare = { over: null, tick: null }
  if (receivedBytes === null) return { ...bare, fill: null, lead: clockWords(elapsedMs), rest: ' gone' }
  if (totalBytes === null || totalBytes <= 0) {
    return { ...bare, fill: null, lead: bytesWords(receivedBytes), rest: ` · ${gone}` }
  }
  const received = bytesWords(receivedBytes)
  const total = bytesWords(totalBytes)
  const [amount, unit] = received.split(' ')
  const lead = unit === total.split(' ')[1] && amount !== undefined ? amount : received
  return { ...bare, fill: Math.min(1, receivedBytes / totalBytes), lead, rest: ` of ${total} · ${gone}` }
}

/** When a slowed job goes on: `Asking again in 0:20`, `Goes out now`; null when nobody knows. */
export function retryWords(retryAt: number | null, now: number, verb: 'Asking again' | 'Goes out'): string | null {
  if (retryAt === null) return null
  return retryAt > now ? `${verb} in ${clockWords(retryAt - now)}` : `${verb} now`
}
