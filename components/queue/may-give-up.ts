import type { GenerationView } from '@/lib/generations/view'

/** So many times the usual is far past it. */
const FAR = 3
/** Where Venice tells no usual time, ms. */
const LONG = 15 * 60_000
/** What the engine says of a job that asking does not help any more. */
const HOPELESS: readonly string[] = ['keeps-failing', 'unauthorized']

/** Whether a job may reasonably be given up: far past the usual, or the answers keep failing. @param now ms since 1970 */
export function mayGiveUp({ state, acceptedAt, note, progress }: GenerationView, now: number): boolean {
  if (state !== 'processing' && state !== 'receiving') return false
  if (note && HOPELESS.includes(note.code)) return true
  return acceptedAt !== null && now - acceptedAt > (progress.averageMs === null ? LONG : FAR * progress.averageMs)
}
