import type { GenerationInput } from '@/lib/generations/input'
import { countOf, FIELD_OF, mostOf } from '@/lib/generations/media-fields'
import {
  type AssetMedium,
  KEYFRAME_RATE,
  type MediaInput,
  type Medium,
  type Placed,
  placedMedia,
} from '@/lib/generations/media-input'
import { videoRequest } from '@/lib/generations/wire'
import { MEDIA_FIELDS, type MediaField, type ModelOffer } from '@/lib/models/offer'
import { secondsOf } from '@/lib/models/scale'
import { bodyBytes } from '@/lib/venice/files'
import { toQueueBody } from '@/lib/venice/request'

/** What is wrong with the media of an input, and what to change. `path` begins with the field of `MediaInput`. */
export interface MediaIssue {
  path: (string | number)[]
  message: string
}

/** A request is no larger than this (`413`); 35 MB in the stricter reading, bytes. */
export const MOST_BODY_BYTES = 35_000_000

const MOST_VIEWS = 3

/** "Supported: WAV, MP3. Max: 30s, 15MB" (`audio_url`). */
const AUDIO = { seconds: 30, bytes: 15_000_000 }
/** Upscaling takes this much of a video, seconds. */
const UPSCALE_SECONDS = 300
/** A reference video, bytes. */
const REFERENCE_VIDEO_BYTES = 50_000_000

/** Why a model does not take these media. Sources: the catalogue (`ModelOffer`) and `QueueVideoRequest`. */
export function mediaIssues(offer: ModelOffer, input: GenerationInput): MediaIssue[] {
  const { media } = input
  return [
    ...MEDIA_FIELDS.flatMap((field) => presenceIssues(offer, field, media)),
    ...oneOfIssues(offer, media),
    ...placedMedia(media).flatMap((placed) => mediumIssues(offer, placed)),
    ...elementIssues(offer, media),
    ...lengthIssues(offer, media),
    ...keyframeIssues(input),
    ...pairIssues(media),
    ...sourceMatchIssues(offer, input),
    ...taskIssues(offer, media),
    ...sizeIssues(offer, input),
  ]
}

function presenceIssues(offer: ModelOffer, field: MediaField, media: MediaInput): MediaIssue[] {
  const path = [FIELD_OF[field]]
  const count = countOf(media, field)
  const needed = offer.needs.includes(field)
  if (count === 0) return needed ? [{ path, message: `Add ${withArticle(field)}.` }] : []
  if (!needed && !offer.takes.includes(field)) {
    return [{ path, message: `This model takes no ${field.toLowerCase()}. Remove it, or choose another model.` }]
  }
  const most = mostOf(offer, field)
  return count > most
    ? [{ path, message: `This model takes ${most} ${field.toLowerCase()} at most. Remove ${count - most}.` }]
    : []
}

function oneOfIssues({ needsOneOf }: ModelOffer, media: MediaInput): MediaIssue[] {
  const [first] = needsOneOf
  if (!first || needsOneOf.some((field) => countOf(media, field) > 0)) return []
  const main = needsOneOf.find((field) => field !== 'Start image') ?? first
  return [{ path: [FIELD_OF[main]], message: `Add ${needsOneOf.map(withArticle).join(', or ')}.` }]
}

const KINDS: Record<Placed['kind'], { mimes: RegExp; sentence: string }> = {
  image: { mimes: /^image\/(png|jpeg|webp|gif)$/, sentence: 'Choose a picture here: PNG, JPEG, WebP or GIF.' },
  video: { mimes: /^video\/(mp4|quicktime|webm)$/, sentence: 'Choose a clip here: MP4, MOV or WebM.' },
  audio: { mimes: /^audio\/(wav|mpeg)$/, sentence: 'Choose a sound here: WAV or MP3.' },
  document: { mimes: /^(application|text)\//, sentence: 'Choose a document here.' },
}

function mediumIssues(offer: ModelOffer, { path, kind, medium }: Placed): MediaIssue[] {
  const refuse = (message: string): MediaIssue[] => [{ path, message }]
  if (medium.kind === 'url') return isWebAddress(medium.url) ? [] : refuse('Give a full address: https://…')
  if (!KINDS[kind].mimes.test(medium.mime)) return refuse(KINDS[kind].sentence)
  if (kind === 'image') return pictureIssues(offer, medium).flatMap(refuse)
  const seconds = medium.seconds ?? 0
  if (kind === 'audio' && medium.bytes > AUDIO.bytes)
    return refuse('The sound is larger than 15 MB. Choose a shorter one.')
  if (path[0] === 'audioTrack' && seconds > AUDIO.seconds) {
    return refuse(`The sound is ${told(seconds)} long; Venice takes ${AUDIO.seconds} s at most.`)
  }
  if (path[0] === 'sourceVideo' && offer.kind === 'upscale' && seconds > UPSCALE_SECONDS) {
    return refuse(`The clip is ${told(seconds)} long; Venice upscales ${UPSCALE_SECONDS} s at most.`)
  }
  if (path[0] === 'referenceVideos' && medium.mime === 'video/webm') return refuse('Reference videos are MP4 or MOV.')
  if (path[0] === 'referenceVideos' && medium.bytes > REFERENCE_VIDEO_BYTES) {
    return refuse('The clip is larger than 50 MB. Choose a shorter one.')
  }
  return []
}

function pictureIssues({ pictures }: ModelOffer, { width, height }: { width: number | null; height: number | null }) {
  if (!width || !height) return []
  const { shortSide, minRatio, maxRatio } = pictures
  if (shortSide !== null && Math.min(width, height) < shortSide) {
    return [`The picture is ${width} × ${height}; this model needs ${shortSide} pixels on the short side.`]
  }
  const ratio = width / height
  if ((minRatio !== null && ratio <= minRatio) || (maxRatio !== null && ratio >= maxRatio)) {
    const [lowest, highest] = [minRatio ?? 0, maxRatio ?? '∞']
    return [
      `The picture is ${width} × ${height}; this model takes shapes between ${lowest}:1 and ${highest}:1. Crop it.`,
    ]
  }
  return []
}

/** Kling O3: frames, elements and scene images are 7 at most together, 3 elements beside a frame, a frontal picture each. */
function elementIssues(offer: ModelOffer, media: MediaInput): MediaIssue[] {
  const { elements, sceneImages, startImage, endImage } = media
  const single = elements.flatMap(({ frontal, views }, at): MediaIssue[] => [
    ...(frontal ? [] : [{ path: ['elements', at, 'frontal'], message: `Give Element ${at + 1} a frontal picture.` }]),
    ...(views.length > MOST_VIEWS
      ? [{ path: ['elements', at, 'views'], message: `An element takes ${MOST_VIEWS} other views at most.` }]
      : []),
  ])
  if (!offer.takes.includes('Elements') && !offer.needs.includes('Elements')) return single
  const frames = [startImage, endImage].filter(Boolean).length
  const together = frames + elements.length + sceneImages.length
  if (together > 7) {
    const message = `Frames, elements and scene images are 7 at most together. Remove ${together - 7}.`
    return [...single, { path: ['elements'], message }]
  }
  return frames > 0 && elements.length > 3
    ? [
        ...single,
        { path: ['elements'], message: 'Beside a start or end image there are 3 elements at most. Remove one.' },
      ]
    : single
}

function lengthIssues({ clips }: ModelOffer, media: MediaInput): MediaIssue[] {
  return (['referenceVideos', 'referenceAudio'] as const).flatMap((field) => {
    const list = media[field]
    const video = field === 'referenceVideos'
    const single = list.flatMap(({ seconds, kind }, at): MediaIssue[] => {
      const path = [field, at]
      if (seconds === null) {
        return kind === 'url' && video ? [{ path, message: 'Say how long the clip is: the price depends on it.' }] : []
      }
      if (seconds >= clips.least && seconds <= clips.most) return []
      const range = `${clips.least} to ${clips.most} s`
      return [{ path, message: `The ${video ? 'clip' : 'sound'} is ${told(seconds)} long; Venice takes ${range}.` }]
    })
    const together = list.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0)
    if (single.length > 0 || together <= clips.together) return single
    return [{ path: [field], message: `Together they are ${told(together)} long; Venice takes ${clips.together} s.` }]
  })
}

/** "Each frame_index must be unique and no greater than duration × 24". */
function keyframeIssues({ duration, media }: GenerationInput): MediaIssue[] {
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

function pairIssues({ referenceAudio, referenceImages, referenceVideos }: MediaInput): MediaIssue[] {
  if (referenceAudio.length === 0 || referenceImages.length + referenceVideos.length > 0) return []
  return [{ path: ['referenceAudio'], message: 'Reference audio needs a reference image or video beside it.' }]
}

const LENGTH_OF_SOURCE = ['-1', 'auto']
const SHAPE_OF_SOURCE = ['adaptive', 'auto']

/** Length and shape of the source need a source. */
function sourceMatchIssues(offer: ModelOffer, { duration, aspectRatio, media }: GenerationInput): MediaIssue[] {
  if (!offer.takes.includes('Reference videos') || media.referenceVideos.length > 0) return []
  const what = LENGTH_OF_SOURCE.includes(duration)
    ? 'The length'
    : aspectRatio !== null && SHAPE_OF_SOURCE.includes(aspectRatio)
      ? 'The shape'
      : null
  return what === null
    ? []
    : [{ path: ['referenceVideos'], message: `${what} follows a reference video: add one, or choose another value.` }]
}

/** `omni_reference_task_type`. */
export const TASKS = ['auto', 'reference', 'edit', 'extend'] as const

function taskIssues({ tasks }: ModelOffer, { task }: MediaInput): MediaIssue[] {
  if (task === null || (tasks && TASKS.some((known) => known === task))) return []
  return [{ path: ['task'], message: 'This model takes no such task.' }]
}

function sizeIssues(offer: ModelOffer, input: GenerationInput): MediaIssue[] {
  const heavy = tooHeavy(offer, input)
  if (heavy === null) return []
  const { path, medium, bodyBytes: bytes } = heavy
  const message = `The request is ${megabytes(bytes)}; Venice takes 35 MB. Shrink ${medium.name} (${megabytes(medium.bytes)}).`
  return [{ path, message }]
}

/**
 * What would be sent is weighed before it is priced: when it is too large, the heaviest file is the one to shrink.
 * @returns that file, where it stands, and the bytes of the whole request; null when it may be sent
 */
export function tooHeavy(
  { filesByLink }: Pick<ModelOffer, 'filesByLink'>,
  input: GenerationInput,
): { path: (string | number)[]; medium: AssetMedium; bodyBytes: number } | null {
  const bytes = bodyBytes(toQueueBody(videoRequest(input)), filesByLink ? 'links' : 'inline')
  if (bytes <= MOST_BODY_BYTES) return null
  const [heaviest] = placedMedia(input.media).toSorted((a, b) => weight(b.medium) - weight(a.medium))
  if (heaviest?.medium.kind !== 'asset') return null
  return { path: heaviest.path, medium: heaviest.medium, bodyBytes: bytes }
}

const weight = (medium: Medium) => (medium.kind === 'asset' ? medium.bytes : 0)

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`

const told = (seconds: number) => `${Math.round(seconds * 10) / 10} s`

function isWebAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== ''
}

const PLURAL: readonly MediaField[] = ['Reference images', 'Reference videos', 'Elements', 'Scene images', 'Keyframes']

/** `a start image`, `an element`, `reference audio`. */
function withArticle(field: MediaField): string {
  const name = PLURAL.includes(field) ? field.toLowerCase().replace(/s$/, '') : field.toLowerCase()
  if (field === 'Reference audio') return name
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`
}
