import type { GenerationInput } from '@/lib/generations/input'
import type { PricingRequest, VideoRequest } from '@/lib/venice/request'

/** The facts a price depends on, in the vendor client's words. */
export function pricingRequest(input: GenerationInput): PricingRequest {
  return {
    model: input.modelId,
    duration: input.duration,
    resolution: input.resolution,
    aspectRatio: input.aspectRatio,
    audio: input.audio,
    upscaleFactor: input.upscaleFactor,
  }
}

/** The whole request, in the vendor client's words. */
export function videoRequest(input: GenerationInput): VideoRequest {
  return { ...pricingRequest(input), prompt: input.prompt, negativePrompt: input.negativePrompt }
}
