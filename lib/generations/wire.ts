import type { GenerationInput } from '@/lib/generations/input'
import type { InputField } from '@/lib/generations/input-field'
import type { Medium } from '@/lib/generations/media-input'
import { type Pricing, pricingOf } from '@/lib/generations/pricing-key'
import type { PricingRequest, RequestField, VideoRequest, Medium as WireMedium } from '@/lib/venice/request'

/** A prompt where a model needs none but the vendor's schema asks for one (`QueueVideoRequest.prompt`, minLength 1). */
const NO_PROMPT = 'Upscale this video.'

/** The facts a price depends on, in the vendor client's words. */
export function pricingRequest({ modelId, video, ...pricing }: Pricing): PricingRequest {
  return { model: modelId, ...pricing, video: maybe(video) }
}

/** The whole request, in the vendor client's words. Files are named in it, and filled in when it is sent. */
export function videoRequest(input: GenerationInput): VideoRequest {
  const { media } = input
  return {
    ...pricingRequest(pricingOf(input)),
    prompt: input.prompt.trim() === '' && input.upscaleFactor !== null ? NO_PROMPT : input.prompt,
    negativePrompt: input.negativePrompt,
    taskType: media.task,
    // The standard one is what comes without asking: a model that takes no choice is not given one for nothing.
    bitrateMode: input.bitrate === 'high' ? 'high' : null,
    image: maybe(media.startImage),
    endImage: maybe(media.endImage),
    audioTrack: maybe(media.audioTrack),
    video: maybe(media.sourceVideo),
    referenceImages: media.referenceImages.map(sent),
    referenceVideos: media.referenceVideos.map(sent),
    referenceAudio: media.referenceAudio.map(sent),
    referenceDocument: maybe(media.referenceDocument),
    elements: media.elements.map(({ frontal, views, video }) => ({
      frontal: maybe(frontal),
      views: views.map(sent),
      video: maybe(video),
    })),
    sceneImages: media.sceneImages.map(sent),
    keyframes: media.keyframes.map(({ image, frame }) => ({ image: sent(image), frame })),
  }
}

const maybe = (medium: Medium | null) => medium && sent(medium)

function sent(medium: Medium): WireMedium {
  return medium.kind === 'url' ? medium.url : { file: medium.hash, mime: medium.mime, bytes: medium.bytes }
}

/** The form's field that stands for one of the request. */
export const formFieldOf = (field: RequestField): InputField => FORM_FIELDS[field]

const FORM_FIELDS: Record<RequestField, InputField> = {
  model: 'modelId',
  prompt: 'prompt',
  negativePrompt: 'negativePrompt',
  duration: 'duration',
  resolution: 'resolution',
  aspectRatio: 'aspectRatio',
  audio: 'audio',
  upscaleFactor: 'upscaleFactor',
  taskType: 'task',
  bitrateMode: 'bitrate',
  image: 'startImage',
  endImage: 'endImage',
  audioTrack: 'audioTrack',
  video: 'sourceVideo',
  referenceImages: 'referenceImages',
  referenceVideos: 'referenceVideos',
  referenceSeconds: 'referenceVideos',
  referenceAudio: 'referenceAudio',
  referenceDocument: 'referenceDocument',
  elements: 'elements',
  sceneImages: 'sceneImages',
  keyframes: 'keyframes',
}
