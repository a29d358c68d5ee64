import type { GenerationView } from '@/lib/generations/view'
import { aspectRatioLabel, durationLabel, resolutionLabel, upscaleLabel } from '@/lib/models/describe'
import { isAsSource } from '@/lib/models/scale'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** A stretch of time as a clock: `0:38`, `1:50`, `1:02:07`. Parts of a second are dropped. */
export function clockWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / SECOND))
  const rest = String(seconds % 60).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes}:${rest}`
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`
}

/** The length of a clip: `0:06` for 5.96 s, never `0:00`. */
export function lengthWords(durationMs: number): string {
  return clockWords(Math.max(SECOND, Math.round(durationMs / SECOND) * SECOND))
}

/** How far a player is, to the tenth: `0:03.4`. */
export function playheadWords(seconds: number): string {
  const tenths = Math.max(0, Math.floor(seconds * 10 + 1e-6))
  return `${clockWords((tenths / 10) * SECOND)}.${tenths % 10}`
}

/** The size of a file: `11.8 MB`, `38.2 GB`, `420 kB`; decimal units, as disks are sold. */
export function bytesWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  const [size, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB']
  return `${size.toFixed(unit === 'kB' ? 0 : 1)} ${unit}`
}

/** How long ago something was: `just now`, `4 min ago`, `3 h ago`; null past a day, when a date says more. */
export function agoWords(at: number, now: number): string | null {
  const gone = now - at
  if (gone < MINUTE) return 'just now'
  if (gone < HOUR) return `${Math.floor(gone / MINUTE)} min ago`
  return gone < 24 * HOUR ? `${Math.floor(gone / HOUR)} h ago` : null
}

/** From sending to the clip on disk, ms; null if it never was sent or never arrived. */
export function tookMs({ sentAt, storedAt }: Pick<GenerationView, 'sentAt' | 'storedAt'>): number | null {
  return sentAt === null || storedAt === null ? null : storedAt - sentAt
}

/** A count with its noun: `1 clip`, `1,284 clips`. */
export function countWords(count: number, one: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : `${one}s`}`
}

/** The name of a generation among others: the first 80 characters of its prompt, or its model where none was needed. */
export function nameOf({ input, model }: Pick<GenerationView, 'input' | 'model'>): string {
  return nameOfPrompt(input.prompt, model.name)
}

/** The same where only these are known. */
export function nameOfPrompt(prompt: string, model: string): string {
  const words = prompt.trim()
  // Two units make up a character at most.
  return words === '' ? model : Array.from(words.slice(0, 160)).slice(0, 80).join('')
}

/** The same where it stands alone, as a title: cut short visibly. */
export function titleOf(view: Pick<GenerationView, 'input' | 'model'>): string {
  const name = nameOf(view)
  return view.input.prompt.trim().length > name.length ? `${name.trimEnd()}…` : name
}

/** Whether what was paid for is here. */
export const isReady = ({ kind, clip, state }: Pick<GenerationView, 'kind' | 'clip' | 'state'>): boolean =>
  kind === 'transcript' ? state === 'done' : clip !== null

/** Where a generation is looked at. */
export const pageOf = ({ kind, id }: Pick<GenerationView, 'kind' | 'id'>): string =>
  kind === 'transcript' ? `/transcripts/${id}` : `/library/${id}`

/** Where a transcript is made anew from its address. */
export const anewPath = (url: string): string => `/transcripts?url=${encodeURIComponent(url)}`

/** The choices of a generation as one line's parts: `6 s`, `1080p`, `16:9`, `audio`; what follows the source is left out. */
export function choiceWords({
  duration,
  resolution,
  aspectRatio,
  upscaleFactor,
  audio,
}: GenerationView['input']): string[] {
  const parts = [
    duration === '' || isAsSource(duration) ? null : durationLabel(duration),
    resolution === null ? null : resolutionLabel(resolution),
    aspectRatio === null || isAsSource(aspectRatio) ? null : aspectRatioLabel(aspectRatio),
    upscaleFactor === null ? null : upscaleLabel(upscaleFactor),
    audio ? 'audio' : null,
  ]
  return parts.filter((part) => part !== null)
}
