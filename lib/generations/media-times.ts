import type { GenerationInput } from '@/lib/generations/input'
import { KEYFRAME_RATE, type MediaInput, referenceSeconds } from '@/lib/generations/media-input'
import type { MediaIssue } from '@/lib/generations/media-rules'
import type { ClipLimits, ModelOffer } from '@/lib/models/offer'
import { secondsOf } from '@/lib/models/scale'

/** Reference sounds, whatever the model: "Per-clip 2–15 s; aggregate duration ≤15 s" (`reference_audio_urls`). */
const REFERENCE_AUDIO: ClipLimits = { least: 2, most: 15, together: 15 }

/**
 * A file may be longer than what it was saved from: an MP3 consists of whole frames, with the silence of encoder and
 * decoder around the sound (0.08 s at 44.1 kHz). Over a maximum by this much is not over it, seconds.
 */
const SLACK = 0.1

/** Whether a length is over a maximum, both in seconds. */
export const isOver = (seconds: number, most: number) => seconds > most + SLACK

/** How long references may be, each and together. */
export function lengthIssues(offer: ModelOffer, media: MediaInput): MediaIssue[] {
  return (['referenceVideos', 'referenceAudio'] as const).flatMap((field) => {
    const list = media[field]
    const video = field === 'referenceVideos'
    const clips = video ? offer.clips : REFERENCE_AUDIO
    const single = list.flatMap(({ seconds, kind }, at): MediaIssue[] => {
      const path = [field, at]
      if (seconds === null) {
        return kind === 'url' && video ? [{ path, message: 'Say how long the clip is: the price depends on it.' }] : []
      }
      if (seconds >= clips.least && !isOver(seconds, clips.most)) return []
      const range = `${clips.least} to ${clips.most} s`
      return [
        {
          path,
          message: `The ${video ? 'clip' : 'sound'} is ${toldBeside(seconds, clips.least)} long; Venice takes ${range}.`,
        },
      ]
    })
    const together = toMilliseconds(list.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0))
    if (single.length > 0 || !isOver(together, clips.together)) return single
    return [{ path: [field], message: `Together they are ${told(together)} long; Venice takes ${clips.together} s.` }]
  })
}

/** "Each frame_index must be unique and no greater than duration × 24". */
export function keyframeIssues({ duration, media }: GenerationInput): MediaIssue[] {
  const seconds = secondsOf(duration)
  const last = seconds === null ? Number.POSITIVE_INFINITY : seconds * KEYFRAME_RATE
  return media.keyframes.flatMap(({ frame }, at): MediaIssue[] => {
    const path = ['keyframes', at, 'frame']
    if (media.keyframes.findIndex((other) => other.frame === frame) < at) {
      return [{ path, message: `Two keyframes stand on frame ${frame}. Move one.` }]
    }
    return frame > last ? [{ path, message: `Frame ${frame} is past the end; the last one is ${last}.` }] : []
  })
}

const LENGTH_OF_SOURCE = ['-1', 'auto']
const SHAPE_OF_SOURCE = ['adaptive', 'auto']
/** "source must be 4–30s" (`duration`). */
const SOURCE = { least: 4, most: 30 }

/** Length and shape of the source need a source. */
export function sourceMatchIssues(offer: ModelOffer, { duration, aspectRatio, media }: GenerationInput): MediaIssue[] {
  if (!offer.takes.includes('Reference videos')) return []
  const path = ['referenceVideos']
  const followsLength = LENGTH_OF_SOURCE.includes(duration)
  if (media.referenceVideos.length > 0) {
    const seconds = followsLength ? referenceSeconds(media) : null
    if (seconds === null || (seconds >= SOURCE.least && !isOver(seconds, SOURCE.most))) return []
    const range = `${SOURCE.least} to ${SOURCE.most} s`
    return [
      { path, message: `The length follows a source of ${range}; this one has ${toldBeside(seconds, SOURCE.least)}.` },
    ]
  }
  const followsShape = aspectRatio !== null && SHAPE_OF_SOURCE.includes(aspectRatio)
  if (!followsLength && !followsShape) return []
  const what = followsLength ? 'The length' : 'The shape'
  return [{ path, message: `${what} follows a reference video: add one, or choose another value.` }]
}

const toMilliseconds = (seconds: number) => Math.round(seconds * 1000) / 1000

/** Rounded down under a minimum: what is too short must not read like the limit. */
const toldBeside = (seconds: number, least: number) =>
  told(seconds < least ? Math.floor(Math.round(seconds * 1000) / 100) / 10 : seconds)

/** A length as it is told: `4.2 s`. */
export const told = (seconds: number) => `${Math.round(seconds * 10) / 10} s`
