import type { GenerationInput } from '@/lib/generations/input'
import { type Medium, referenceSeconds } from '@/lib/generations/media-input'
import { isAsSource } from '@/lib/models/scale'

/** The facts a price depends on (`QuoteVideoRequest`). `null`: this model does not take it, or it is not given. */
export interface Pricing {
  modelId: string
  duration: string
  resolution: string | null
  aspectRatio: string | null
  audio: boolean | null
  upscaleFactor: number | null
  /** What is enlarged, or made again at its own length, for that length. */
  video: Medium | null
  /** Of all reference videos together. */
  referenceSeconds: number | null
}

/** What the price of an input depends on. */
export function pricingOf(input: GenerationInput): Pricing {
  const { modelId, duration, resolution, aspectRatio, audio, upscaleFactor, media } = input
  return {
    modelId,
    duration,
    resolution,
    aspectRatio,
    audio,
    upscaleFactor,
    // Only where the source decides the length: a file is not sent along for nothing.
    video: upscaleFactor !== null || isAsSource(duration) ? media.sourceVideo : null,
    referenceSeconds: referenceSeconds(media),
  }
}

/** Two inputs with the same key have the same price. */
export function pricingKey(pricing: Pricing): string {
  const { modelId, duration, resolution, aspectRatio, audio, upscaleFactor, video, referenceSeconds } = pricing
  const choices = [modelId, duration, resolution, aspectRatio, audio, upscaleFactor]
  const source = video && (video.kind === 'asset' ? video.hash : video.url)
  // What needs no media keeps the key it had before there were any, and its remembered prices.
  return JSON.stringify(source === null && referenceSeconds === null ? choices : [...choices, source, referenceSeconds])
}
