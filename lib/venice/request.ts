import type { Issue } from '@/lib/venice/answers'
import type { FileRef } from '@/lib/venice/files'

export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject
export interface JsonObject {
  [key: string]: JsonValue
}

/** What a price depends on. `null`, `undefined` and '' all mean: this model does not take it. */
export interface PricingRequest {
  model: string
  /** As the catalogue spells it ("5s", "Auto"). */
  duration: string
  resolution?: string | null
  aspectRatio?: string | null
  audio?: boolean | null
  upscaleFactor?: number | null
  /** What is enlarged: the vendor reads its length. */
  video?: Medium | null
  /** Of all reference videos together, seconds. Part of the quote only. */
  referenceSeconds?: number | null
}

/** A file of ours, or an address that goes out as text. */
export type Medium = FileRef | string

export interface VideoRequest extends PricingRequest {
  prompt: string
  negativePrompt?: string | null
  taskType?: string | null
  bitrateMode?: string | null
  image?: Medium | null
  endImage?: Medium | null
  audioTrack?: Medium | null
  referenceImages?: readonly Medium[]
  referenceVideos?: readonly Medium[]
  referenceAudio?: readonly Medium[]
  referenceDocument?: Medium | null
  elements?: readonly { frontal: Medium | null; views: readonly Medium[]; video: Medium | null }[]
  sceneImages?: readonly Medium[]
  keyframes?: readonly { image: Medium; frame: number }[]
}

/** The body of `POST /video/queue` (`QueueVideoRequest`). What the model does not take is left out, never sent as null. */
export function toQueueBody(request: VideoRequest): JsonObject {
  return {
    ...toQuoteBody({ ...request, referenceSeconds: null }),
    ...given('prompt', request.prompt),
    ...given('negative_prompt', request.negativePrompt),
    ...given('omni_reference_task_type', request.taskType),
    ...given('bitrate_mode', request.bitrateMode),
    ...given('image_url', request.image),
    ...given('end_image_url', request.endImage),
    ...given('audio_url', request.audioTrack),
    ...list('reference_image_urls', request.referenceImages),
    ...list('reference_video_urls', request.referenceVideos),
    ...list('reference_audio_urls', request.referenceAudio),
    ...list('reference_document_urls', request.referenceDocument ? [request.referenceDocument] : []),
    ...list('elements', request.elements?.map(toElement)),
    ...list('scene_image_urls', request.sceneImages),
    ...list(
      'keyframes',
      request.keyframes?.map(({ image, frame }) => ({ image_url: image, frame_index: frame })),
    ),
  }
}

function toElement({ frontal, views, video }: NonNullable<VideoRequest['elements']>[number]): JsonObject {
  return {
    ...given('frontal_image_url', frontal),
    ...list('reference_image_urls', views),
    ...given('video_url', video),
  }
}

/** The same request with the person's consent to the provider's terms (`QueueVideoRequest.consents`). */
export function withConsents(body: JsonObject): JsonObject {
  return {
    ...body,
    consents: {
      seedance: {
        confirmed_terms_and_privacy: true,
        confirmed_legal_right: true,
        confirmed_screening_acknowledged: true,
      },
    },
  }
}

/** `reference_video_total_duration`: "max 150s". What the clips' last frames add to it has no price. */
const MOST_REFERENCE_SECONDS = 150

/** The body of `POST /video/quote` (`QuoteVideoRequest`). */
export function toQuoteBody(request: PricingRequest): JsonObject {
  const factor = given('upscale_factor', request.upscaleFactor)
  return {
    model: request.model,
    duration: request.duration,
    // An upscaler lists "2x" and "4x" as resolutions but refuses the field beside upscale_factor.
    ...('upscale_factor' in factor ? factor : given('resolution', request.resolution)),
    ...given('aspect_ratio', request.aspectRatio),
    ...given('audio', request.audio),
    ...given('video_url', request.video),
    ...given(
      'reference_video_total_duration',
      request.referenceSeconds && Math.min(request.referenceSeconds, MOST_REFERENCE_SECONDS),
    ),
  }
}

export type RequestField = keyof VideoRequest

const FIELD_NAMES: Record<string, RequestField> = {
  model: 'model',
  prompt: 'prompt',
  negative_prompt: 'negativePrompt',
  duration: 'duration',
  resolution: 'resolution',
  aspect_ratio: 'aspectRatio',
  audio: 'audio',
  upscale_factor: 'upscaleFactor',
  omni_reference_task_type: 'taskType',
  bitrate_mode: 'bitrateMode',
  image_url: 'image',
  end_image_url: 'endImage',
  audio_url: 'audioTrack',
  video_url: 'video',
  reference_image_urls: 'referenceImages',
  reference_video_urls: 'referenceVideos',
  reference_video_total_duration: 'referenceVideos',
  reference_audio_urls: 'referenceAudio',
  reference_document_urls: 'referenceDocument',
  elements: 'elements',
  scene_image_urls: 'sceneImages',
  keyframes: 'keyframes',
}

/** Which of our fields a complaint is about; null when it is about none of them. */
export function fieldOfIssue(issue: Issue | undefined): RequestField | null {
  return FIELD_NAMES[issue?.path[0] ?? ''] ?? null
}

function given(name: string, value: JsonValue | undefined): JsonObject {
  const blank = value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
  return blank ? {} : { [name]: value }
}

const list = (name: string, values: readonly JsonValue[] | undefined): JsonObject =>
  values && values.length > 0 ? { [name]: [...values] } : {}
