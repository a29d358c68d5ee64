import type { GenerationInput } from '@/lib/generations/input'
import { countOf, FIELD_OF, mostOf } from '@/lib/generations/media-fields'
import { type AssetMedium, type MediaInput, type Medium, placedMedia } from '@/lib/generations/media-input'
import { keyframeIssues, lengthIssues, sourceMatchIssues } from '@/lib/generations/media-times'
import { mediumIssues } from '@/lib/generations/medium-rules'
import { videoRequest } from '@/lib/generations/wire'
import { MEDIA_FIELDS, type MediaField, type ModelOffer } from '@/lib/models/offer'
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

/** Why a model does not take these media. Sources: the catalogue (`ModelOffer`) and `QueueVideoRequest`. */
export function mediaIssues(offer: ModelOffer, input: GenerationInput): MediaIssue[] {
  const { media } = input
  return [
    ...MEDIA_FIELDS.flatMap((field) => presenceIssues(offer, field, media)),
    ...oneOfIssues(offer, media),
    ...placedMedia(media).flatMap((placed) => mediumIssues(offer, placed)),
    ...elementIssues(media),
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

/** An element has a frontal picture, and three views beside it at most (`QueueVideoRequest.elements`, docs/decisions/017). */
function elementIssues({ elements }: MediaInput): MediaIssue[] {
  return elements.flatMap(({ frontal, views }, at): MediaIssue[] => [
    ...(frontal ? [] : [{ path: ['elements', at, 'frontal'], message: `Give Element ${at + 1} a frontal picture.` }]),
    ...(views.length > MOST_VIEWS
      ? [{ path: ['elements', at, 'views'], message: `An element takes ${MOST_VIEWS} other views at most.` }]
      : []),
  ])
}

function pairIssues({ referenceAudio, referenceImages, referenceVideos }: MediaInput): MediaIssue[] {
  if (referenceAudio.length === 0 || referenceImages.length + referenceVideos.length > 0) return []
  return [{ path: ['referenceAudio'], message: 'Reference audio needs a reference image or video beside it.' }]
}

/** `omni_reference_task_type`. */
const TASKS = ['auto', 'reference', 'edit', 'extend'] as const
/** Other spellings that are taken for two of them. */
const TASK_ALIASES = ['editing', 'extension']

function taskIssues({ tasks }: ModelOffer, { task }: MediaInput): MediaIssue[] {
  if (task === null || (tasks && [...TASKS, ...TASK_ALIASES].includes(task))) return []
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

/** Rounded up: what is too large by a byte must not read like the limit. */
const megabytes = (bytes: number) => `${(Math.ceil(bytes / 1e5) / 10).toFixed(1)} MB`

const PLURAL: readonly MediaField[] = ['Reference images', 'Reference videos', 'Elements', 'Scene images', 'Keyframes']

/** `a start image`, `an element`, `reference audio`. */
function withArticle(field: MediaField): string {
  const name = PLURAL.includes(field) ? field.toLowerCase().replace(/s$/, '') : field.toLowerCase()
  if (field === 'Reference audio') return name
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`
}
