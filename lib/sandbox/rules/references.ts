import type { SandboxModel } from '../catalogue'
import { type Issue, issue } from './issue'
import type { QueueRequest } from './schema'
import { notTaken } from './shape'

/** Frames a second of the output that `frame_index` counts in (QueueVideoRequest, `keyframes`). */
const KEYFRAME_RATE = 24

/** Rules that hold between fields: keyframes, elements and scenes, reference audio, the task type. */
export function referenceIssues(model: SandboxModel, body: QueueRequest): Issue[] {
  return [
    ...keyframeIssues(model, body),
    ...elementIssues(model, body),
    ...audioPairIssues(body),
    ...needIssues(model, body),
    ...taskTypeIssues(model, body),
    ...(body.bitrate_mode !== undefined && !model.abilities.bitrate ? [notTaken('bitrate_mode')] : []),
  ]
}

function keyframeIssues(model: SandboxModel, body: QueueRequest): Issue[] {
  if (!model.abilities.keyframes) return []
  const keyframes = body.keyframes ?? []
  if (keyframes.length === 0)
    return [issue('keyframes', 'At least one keyframe is required for this model', 'too_small')]
  const last = Number.parseInt(body.duration, 10) * KEYFRAME_RATE
  const seen = new Set<number>()
  return keyframes.flatMap((keyframe, at) => {
    const path = ['keyframes', at, 'frame_index']
    const twice = seen.has(keyframe.frame_index)
    seen.add(keyframe.frame_index)
    if (twice) return [issue(path, 'frame_index must be unique')]
    if (keyframe.frame_index > last) return [issue(path, `frame_index must be no greater than ${last}`, 'too_big')]
    return []
  })
}

/** "Each element requires a frontal image" (the vendor's guide of references). How many there may be is the schema's. */
function elementIssues(model: SandboxModel, body: QueueRequest): Issue[] {
  if (!model.abilities.elements) return []
  return (body.elements ?? []).flatMap((element, at) =>
    element.frontal_image_url === undefined
      ? [issue(['elements', at, 'frontal_image_url'], 'Every element requires frontal_image_url', 'invalid_type')]
      : [],
  )
}

function audioPairIssues(body: QueueRequest): Issue[] {
  if (!body.reference_audio_urls?.length) return []
  if (body.reference_image_urls?.length || body.reference_video_urls?.length) return []
  return [issue('reference_audio_urls', 'Reference audio requires at least one reference image or reference video')]
}

function needIssues(model: SandboxModel, body: QueueRequest): Issue[] {
  if (!model.abilities.needsReference) return []
  const given = [body.reference_image_urls, body.reference_video_urls, body.elements, body.scene_image_urls]
  if (body.image_url !== undefined || given.some((list) => list?.length)) return []
  const field = model.abilities.elements ? 'elements' : 'reference_image_urls'
  return [issue(field, 'At least one reference is required for this model', 'too_small')]
}

function taskTypeIssues(model: SandboxModel, body: QueueRequest): Issue[] {
  if (body.omni_reference_task_type === undefined || model.abilities.taskType) return []
  return [notTaken('omni_reference_task_type')]
}
