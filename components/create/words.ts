import type { GenerationInput } from '@/lib/generations/input'
import { aspectRatioLabel, durationLabel, resolutionLabel, upscaleLabel } from '@/lib/models/describe'
import type { MediaField, ModelOffer } from '@/lib/models/offer'

/** What a price is for: `6 s at 1080p with audio`. */
export function choiceWords(input: GenerationInput, offer: ModelOffer): string {
  const parts = [durationLabel(input.duration)]
  if (input.resolution !== null) parts.push(`at ${resolutionLabel(input.resolution)}`)
  if (input.upscaleFactor !== null) parts.push(`at ${upscaleLabel(input.upscaleFactor).toLowerCase()}`)
  if (input.audio !== null) parts.push(input.audio ? 'with audio' : 'without audio')
  else if (offer.sound === 'always') parts.push('with audio')
  return parts.join(' ')
}

const ONE_OF: readonly MediaField[] = ['Start image', 'End image', 'Source video', 'Audio track']

/** Media in a sentence: `a start image and an end image`, `reference images`. */
export function mediaWords(fields: readonly MediaField[]): string {
  return fields.map(withArticle).join(' and ')
}

function withArticle(field: MediaField): string {
  const name = field.toLowerCase()
  if (!ONE_OF.includes(field)) return name
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`
}

/** What the person did between two prices, to follow "since": `you turned Audio on`. */
export function changeWords(before: GenerationInput, after: GenerationInput, modelName: string): string {
  if (before.modelId !== after.modelId) return `you chose ${modelName}`
  const changes = CHANGES.filter(({ field }) => before[field] !== after[field])
  const [only] = changes
  return only && changes.length === 1 ? `you ${only.words(after)}` : 'your last changes'
}

const CHANGES: { field: keyof GenerationInput; words: (after: GenerationInput) => string }[] = [
  { field: 'duration', words: ({ duration }) => `set Duration to ${durationLabel(duration)}` },
  { field: 'resolution', words: ({ resolution }) => `set Resolution to ${resolutionLabel(resolution ?? '')}` },
  { field: 'aspectRatio', words: ({ aspectRatio }) => `set Aspect ratio to ${aspectRatioLabel(aspectRatio ?? '')}` },
  { field: 'audio', words: ({ audio }) => `turned Audio ${audio ? 'on' : 'off'}` },
  { field: 'upscaleFactor', words: ({ upscaleFactor }) => `set Upscale factor to ${upscaleFactor}×` },
]
