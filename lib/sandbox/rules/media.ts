import type { Abilities, SandboxModel } from '../catalogue'
import { imageSize } from './image-size'
import { type Issue, issue } from './issue'
import { lengthIssues } from './lengths'
import { mediaUrlIssues, type Seen } from './media-url'
import type { QueueRequest } from './schema'
import { notTaken } from './shape'

/** Which media the model takes, which it needs, how many, and whether each is what it says, and of a size it takes. */
export function mediaIssues(model: SandboxModel, body: QueueRequest, media: readonly Seen[]): Issue[] {
  const { abilities } = model
  return [
    ...singleIssues(abilities, body),
    ...listIssues(abilities, body),
    ...media.flatMap(mediaUrlIssues),
    ...media.flatMap((medium) => pixelIssues(model, medium)),
    ...lengthIssues(model, media),
  ]
}

function singleIssues(abilities: Abilities, body: QueueRequest): Issue[] {
  const fields = [
    ['image_url', abilities.image],
    ['end_image_url', abilities.endImage],
    ['audio_url', abilities.audioUrl ? 'optional' : undefined],
    ['video_url', abilities.video],
  ] as const
  return fields.flatMap(([field, need]) => {
    if (body[field] !== undefined && !need) return [notTaken(field)]
    if (body[field] === undefined && need === 'required') {
      return [issue(field, `${field} is required for this model`, 'invalid_type')]
    }
    return []
  })
}

function listIssues(abilities: Abilities, body: QueueRequest): Issue[] {
  const fields = [
    ['reference_image_urls', abilities.referenceImages],
    ['reference_video_urls', abilities.referenceVideos],
    ['reference_audio_urls', abilities.referenceAudios],
    ['reference_document_urls', abilities.documents],
    ['elements', abilities.elements],
    ['scene_image_urls', abilities.scenes],
    ['keyframes', abilities.keyframes],
  ] as const
  return fields.flatMap(([field, most = 0]) => {
    const count = body[field]?.length ?? 0
    if (count > 0 && most === 0) return [notTaken(field)]
    if (count > most) return [issue(field, `At most ${most} ${field} for this model`, 'too_big')]
    return []
  })
}

/** The catalogue's least short side and ratio range, for pictures whose size can be read here. */
function pixelIssues(model: SandboxModel, medium: Seen): Issue[] {
  const limits = model.entry.model_spec.constraints
  const size = medium.kind === 'image' && medium.content ? imageSize(medium.content.bytes) : undefined
  if (!size) return []
  const least = limits.reference_image_min_short_side_pixels ?? 0
  const lowest = limits.reference_image_min_aspect_ratio ?? 0
  const highest = limits.reference_image_max_aspect_ratio ?? Number.POSITIVE_INFINITY
  const ratio = size.width / size.height
  if (Math.min(size.width, size.height) < least) {
    return [issue(medium.path, `Image short side must be at least ${least} pixels`, 'too_small')]
  }
  // The API's range is open at both ends: (0.4, 2.5).
  if (ratio <= lowest || ratio >= highest) {
    return [issue(medium.path, `Image aspect ratio must be between ${lowest} and ${highest}`, 'custom')]
  }
  return []
}
