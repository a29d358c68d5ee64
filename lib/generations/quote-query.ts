import { type GenerationInput, inputShape } from '@/lib/generations/input'

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

/** The input a quote address is for, or null when it is not one. */
export function readQuoteQuery(query: URLSearchParams): GenerationInput | null {
  const audio = query.get('audio')
  const factor = query.get('upscaleFactor')
  const parsed = inputShape.safeParse({
    modelId: query.get('model') ?? '',
    prompt: '',
    negativePrompt: '',
    duration: query.get('duration') ?? '',
    resolution: query.get('resolution'),
    aspectRatio: query.get('aspectRatio'),
    audio: audio === null ? null : audio === 'true',
    upscaleFactor: factor === null ? null : Number(factor),
  })
  return parsed.success ? parsed.data : null
}
