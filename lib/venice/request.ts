import type { Issue } from '@/lib/venice/answers'

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
}

export interface VideoRequest extends PricingRequest {
  prompt: string
  negativePrompt?: string | null
}

/** The body of `POST /video/queue` (`QueueVideoRequest`). What the model does not take is left out, never sent as null. */
export function toQueueBody(request: VideoRequest): JsonObject {
  return {
    ...toQuoteBody(request),
    ...given('prompt', request.prompt),
    ...given('negative_prompt', request.negativePrompt),
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
}

/** Which of our fields a complaint is about; null when it is about none of them. */
export function fieldOfIssue(issue: Issue | undefined): RequestField | null {
  return FIELD_NAMES[issue?.path[0] ?? ''] ?? null
}

function given(name: string, value: JsonValue | undefined): JsonObject {
  const blank = value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
  return blank ? {} : { [name]: value }
}
