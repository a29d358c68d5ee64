import type { SandboxModel } from '../catalogue'
import { type Issue, issue } from './issue'
import type { Seen } from './media-url'

/** Bytes of an audio input (`audio_url`: "Max: 30s, 15MB"). */
const MOST_AUDIO_BYTES = 15_000_000
const MOST_AUDIO_SECONDS = 30
/** `reference_video_urls`: "≤50 MB". */
const MOST_REFERENCE_BYTES = 50_000_000
/** `reference_document_urls`: "≤100 MB". */
const MOST_DOCUMENT_BYTES = 100_000_000
/** Both kinds of references: "Per-clip 2–15 s; aggregate duration ≤15 s". */
const REFERENCE = { least: 2, most: 15, together: 15 }
/** Upscaling takes this much of a video. */
const MOST_UPSCALE_SECONDS = 300

/** A limit in whole seconds is not passed by what an encoder adds around the sound: a tenth of a second is let through. */
const TOLERANCE_MS = 100

/** Whether so many seconds are more than are taken; counted in whole milliseconds. */
export function longerThan(seconds: number, most: number): boolean {
  return Math.round(seconds * 1000) > most * 1000 + TOLERANCE_MS
}

/** How large and how long media may be. What cannot be read passes, as it would until the provider has fetched it. */
export function lengthIssues(model: SandboxModel, media: readonly Seen[]): Issue[] {
  return [
    ...media.flatMap(sizeIssues),
    ...media.flatMap((medium) => singleIssues(model, medium)),
    ...togetherIssues('reference_video_urls', media),
    ...togetherIssues('reference_audio_urls', media),
  ]
}

function sizeIssues({ path, kind, content }: Seen): Issue[] {
  const bytes = content?.bytes.length ?? 0
  if (kind === 'audio' && bytes > MOST_AUDIO_BYTES) return [issue(path, 'Audio must be at most 15 MB', 'too_big')]
  if (kind === 'document' && bytes > MOST_DOCUMENT_BYTES) {
    return [issue(path, 'A document must be at most 100 MB', 'too_big')]
  }
  if (path[0] !== 'reference_video_urls') return []
  if (content?.format === 'webm') {
    return [issue(path, 'Reference videos must be .mp4 or .mov', 'invalid_format')]
  }
  return bytes > MOST_REFERENCE_BYTES ? [issue(path, 'A reference video must be at most 50 MB', 'too_big')] : []
}

function singleIssues(model: SandboxModel, { path, seconds }: Seen): Issue[] {
  if (seconds === undefined) return []
  const [field] = path
  if (field === 'audio_url' && longerThan(seconds, MOST_AUDIO_SECONDS)) {
    return [issue(path, `Audio must be at most ${MOST_AUDIO_SECONDS} seconds, got ${seconds}`, 'too_big')]
  }
  if (field === 'video_url' && model.abilities.upscale && longerThan(seconds, MOST_UPSCALE_SECONDS)) {
    return [issue(path, `Video must be at most ${MOST_UPSCALE_SECONDS} seconds, got ${seconds}`, 'too_big')]
  }
  if (field !== 'reference_video_urls' && field !== 'reference_audio_urls') return []
  const { least, most } = REFERENCE
  if (seconds < least) return [issue(path, `Must be at least ${least} seconds, got ${seconds}`, 'too_small')]
  return longerThan(seconds, most) ? [issue(path, `Must be at most ${most} seconds, got ${seconds}`, 'too_big')] : []
}

function togetherIssues(field: string, media: readonly Seen[]): Issue[] {
  const seconds = secondsTogether(media.filter(({ path }) => path[0] === field))
  const { together } = REFERENCE
  if (!longerThan(seconds, together)) return []
  return [issue(field, `Together must be at most ${together} seconds, got ${seconds}`, 'too_big')]
}

/** To the millisecond; what cannot be read counts as nothing. */
export function secondsTogether(media: readonly Pick<Seen, 'seconds'>[]): number {
  return Math.round(media.reduce((sum, { seconds = 0 }) => sum + seconds, 0) * 1000) / 1000
}
