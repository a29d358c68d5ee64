import { type GenerationInput, inputShape } from '@/lib/generations/input'

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
