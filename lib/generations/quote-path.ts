import type { GenerationInput } from '@/lib/generations/input'

/** The address of a price: only what it depends on, so that no prompt lands in a log. */
export function quotePath(input: GenerationInput, options: { fresh?: boolean } = {}): string {
  const query = new URLSearchParams({ model: input.modelId, duration: input.duration })
  if (input.resolution !== null) query.set('resolution', input.resolution)
  if (input.aspectRatio !== null) query.set('aspectRatio', input.aspectRatio)
  if (input.audio !== null) query.set('audio', String(input.audio))
  if (input.upscaleFactor !== null) query.set('upscaleFactor', String(input.upscaleFactor))
  if (options.fresh) query.set('fresh', '1')
  return `/api/quote?${query}`
}
