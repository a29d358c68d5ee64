import { refuseInvalid } from '../answer'
import type { SandboxModel } from '../catalogue'
import { requireConsent } from './consent'
import { type Issue, issue } from './issue'
import { mediaIssues } from './media'
import { referenceIssues } from './references'
import type { QueueRequest, QuoteRequest } from './schema'
import { shapeIssues, sourceMatchedIssues } from './shape'
import { moderate, textIssues } from './text'

/** Everything that must hold before a job is sold. Throws 400, 422 or 409, in that order. */
export function checkQueue(model: SandboxModel, body: QueueRequest): void {
  refuseAny([
    ...shapeIssues(model, body),
    ...sourceMatchedIssues(body, (body.reference_video_urls?.length ?? 0) > 0, 'reference_video_urls'),
    ...textIssues(model, body),
    ...audioIssues(model, body),
    ...mediaIssues(model, body),
    ...referenceIssues(model, body),
  ])
  moderate(body.prompt)
  requireConsent(model, body)
}

/** A quote checks what it prices and looks at nothing else: `audio` passes here even where the queue refuses it. */
export function checkQuote(model: SandboxModel, body: QuoteRequest): void {
  const reference = body.reference_video_total_duration ?? 0
  const issues = [
    ...shapeIssues(model, body),
    ...sourceMatchedIssues(body, reference > 0, 'reference_video_total_duration'),
  ]
  if (model.abilities.upscale && body.video_url === undefined) {
    issues.push(issue('video_url', 'video_url is required to detect the duration for pricing', 'invalid_type'))
  }
  refuseAny(issues)
}

/** The API's quirk: `audio` for a model whose sound cannot be chosen passes the quote and fails here. */
function audioIssues(model: SandboxModel, body: QueueRequest): Issue[] {
  if (body.audio === undefined || model.entry.model_spec.constraints.audio_configurable) return []
  return [issue('audio', 'audio is not configurable for this model', 'unrecognized_keys')]
}

function refuseAny(issues: Issue[]): void {
  if (issues.length > 0) throw refuseInvalid(issues)
}
