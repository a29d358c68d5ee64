import type { GenerationInput } from '@/lib/generations/input'

/** The facts a price depends on; two inputs with the same key have the same price (VENICE: `QuoteVideoRequest`). */
export function pricingKey(input: GenerationInput): string {
  return JSON.stringify([
    input.modelId,
    input.duration,
    input.resolution,
    input.aspectRatio,
    input.audio,
    input.upscaleFactor,
  ])
}
