import { refuseInvalid } from '../answer'
import type { SandboxModel } from '../catalogue'
import { requireConsent } from './consent'
import { type Issue, issue } from './issue'
import { lengthIssues, secondsTogether } from './lengths'
import { mediaIssues } from './media'
import { mediaOf } from './media-list'
import { mediaUrlIssues, type Seen, see } from './media-url'
import { referenceIssues } from './references'
import type { QueueRequest, QuoteRequest } from './schema'
import { type Source, shapeIssues, sourceMatchedIssues } from './shape'
import { moderate, textIssues } from './text'

/** Everything that must hold before a job is sold. Throws 400, 422 or 409, in that order. */
export function checkQueue(model: SandboxModel, body: QueueRequest): void {
  const media = mediaOf(body).map(see)
  refuseAny([
    ...shapeIssues(model, body),
    ...sourceMatchedIssues(body, sourceIn(media), 'reference_video_urls'),
    ...textIssues(model, body),
    ...audioIssues(model, body),
    ...mediaIssues(model, body, media),
    ...referenceIssues(model, body),
  ])
  moderate(body.prompt)
  requireConsent(model, body, media)
}

/** A quote checks what it prices and looks at nothing else: `audio` passes here even where the queue refuses it. */
export function checkQuote(model: SandboxModel, body: QuoteRequest): void {
  const { reference_video_total_duration: seconds = 0 } = body
  refuseAny([
    ...shapeIssues(model, body),
    ...sourceMatchedIssues(body, seconds > 0 ? { seconds } : null, 'reference_video_total_duration'),
    ...(model.abilities.upscale ? enlargedIssues(model, body.video_url) : []),
  ])
}

/** What an upscale is priced by must be there, be a video, and be no longer than is taken. */
function enlargedIssues(model: SandboxModel, url: string | undefined): Issue[] {
  if (url === undefined) {
    return [issue('video_url', 'video_url is required to detect the duration for pricing', 'invalid_type')]
  }
  const video = see({ path: ['video_url'], url, kind: 'video' })
  return [...mediaUrlIssues(video), ...lengthIssues(model, [video])]
}

/** The clips a length or shape can follow; their length where all of them can be read. */
function sourceIn(media: readonly Seen[]): Source {
  const clips = media.filter(({ path }) => path[0] === 'reference_video_urls')
  if (clips.length === 0) return null
  return clips.some(({ seconds }) => seconds === undefined) ? {} : { seconds: secondsTogether(clips) }
}

/** The API's quirk: `audio` for a model whose sound cannot be chosen passes the quote and fails here. */
function audioIssues(model: SandboxModel, body: QueueRequest): Issue[] {
  if (body.audio === undefined || model.entry.model_spec.constraints.audio_configurable) return []
  return [issue('audio', 'audio is not configurable for this model', 'unrecognized_keys')]
}

function refuseAny(issues: Issue[]): void {
  if (issues.length > 0) throw refuseInvalid(issues)
}
