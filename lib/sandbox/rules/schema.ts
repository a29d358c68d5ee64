import { z } from 'zod'

// Written from QueueVideoRequest, QuoteVideoRequest, RetrieveVideoRequest, CompleteVideoRequest and
// CreateVideoTranscriptionRequestSchema of the API's specification. Unknown keys pass where it does not forbid them.

const DURATIONS = [...Array.from({ length: 30 }, (_, index) => `${index + 1}s`), '-1', '1 gen', 'auto', 'Auto']

const ASPECT_RATIOS = [
  '1:1',
  '2:3',
  '3:2',
  '3:4',
  '4:3',
  '4:5',
  '5:4',
  '9:16',
  '9:21',
  '16:9',
  '21:9',
  'adaptive',
  'auto',
]

const RESOLUTIONS = [
  '256p',
  '360p',
  '480p',
  '540p',
  '580p',
  '720p',
  '1080p',
  '1440p',
  '2160p',
  '4k',
  '2x',
  '4x',
  '2K',
  '768P',
  'true_1080p',
]

const modelId = z.string().min(1)
const upscaleFactor = z.union([z.literal(1), z.literal(2), z.literal(4)])
const consent = z.literal(true)

const pricing = {
  model: modelId,
  duration: z.enum(DURATIONS),
  resolution: z.enum(RESOLUTIONS).optional(),
  aspect_ratio: z.enum(ASPECT_RATIOS).optional(),
  upscale_factor: upscaleFactor.optional(),
  audio: z.boolean().optional(),
  video_url: z.string().optional(),
}

const element = z.looseObject({
  frontal_image_url: z.string().optional(),
  reference_image_urls: z.array(z.string()).max(3).optional(),
  video_url: z.string().optional(),
})

const keyframe = z.looseObject({ image_url: z.string(), frame_index: z.int().min(0) })

const consents = z.looseObject({
  seedance: z
    .looseObject({
      confirmed_terms_and_privacy: consent,
      confirmed_legal_right: consent,
      confirmed_screening_acknowledged: consent,
    })
    .optional(),
})

export const quoteRequest = z.looseObject({
  ...pricing,
  reference_video_total_duration: z.number().min(0).max(150).optional(),
})

export const queueRequest = z.looseObject({
  ...pricing,
  prompt: z.string().min(1).max(20_000),
  negative_prompt: z.string().max(20_000).optional(),
  consents: consents.optional(),
  omni_reference_task_type: z.enum(['auto', 'reference', 'edit', 'editing', 'extend', 'extension']).optional(),
  // The vendor's guide of Seedance, "Output bitrate": of the queue only.
  bitrate_mode: z.enum(['standard', 'high']).optional(),
  image_url: z.string().optional(),
  end_image_url: z.string().optional(),
  audio_url: z.string().optional(),
  reference_image_urls: z.array(z.string()).max(30).optional(),
  reference_video_urls: z.array(z.string()).max(10).optional(),
  reference_audio_urls: z.array(z.string()).max(10).optional(),
  reference_document_urls: z.array(z.string()).max(1).optional(),
  elements: z.array(element).max(4).optional(),
  scene_image_urls: z.array(z.string()).max(4).optional(),
  keyframes: z.array(keyframe).max(10).optional(),
})

export const retrieveRequest = z.strictObject({
  model: modelId,
  queue_id: z.string().min(1),
  delete_media_on_completion: z.boolean().optional(),
})

export const completeRequest = z.strictObject({ model: modelId, queue_id: z.string().min(1) })

export const transcriptionRequest = z.strictObject({
  url: z.string().min(1),
  response_format: z.enum(['json', 'text']).default('json'),
})

export type QuoteRequest = z.infer<typeof quoteRequest>
export type QueueRequest = z.infer<typeof queueRequest>
