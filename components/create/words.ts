import { secondsWords } from '@/components/generation/medium-words'
import type { GenerationInput } from '@/lib/generations/input'
import { referenceSeconds } from '@/lib/generations/media-input'
import { aspectRatioLabel, durationLabel, resolutionLabel, upscaleLabel } from '@/lib/models/describe'
import type { ModelOffer } from '@/lib/models/offer'
import { isAsSource } from '@/lib/models/scale'

/** What a price is for: `6 s at 1080p with audio`, `12.4 s at 2×`, `5 s at 720p, from 8.2 s of reference video`. */
export function choiceWords(input: GenerationInput, offer: ModelOffer): string {
  const parts = [lengthWords(input, offer)]
  if (input.resolution !== null) parts.push(`at ${resolutionLabel(input.resolution)}`)
  if (input.upscaleFactor !== null) parts.push(`at ${upscaleLabel(input.upscaleFactor).toLowerCase()}`)
  if (input.audio !== null) parts.push(input.audio ? 'with audio' : 'without audio')
  else if (offer.sound === 'always') parts.push('with audio')
  const reference = referenceSeconds(input.media)
  return `${parts.join(' ')}${reference === null ? '' : `, from ${secondsWords(reference)} of reference video`}`
}

/** What follows the source is as long as it, where its length is known. */
function lengthWords({ duration, media }: GenerationInput, offer: ModelOffer): string {
  const source = media.sourceVideo?.seconds ?? null
  return isAsSource(duration) && source !== null && offer.kind === 'upscale'
    ? secondsWords(source)
    : durationLabel(duration)
}

/** Why there is no price to ask for yet; null when there is one. */
export function noPriceWords({ media }: GenerationInput, { kind }: ModelOffer): string | null {
  return kind === 'upscale' && media.sourceVideo === null ? 'Add a source video to see the price' : null
}

/** What the person did between two prices, to follow "since": `you turned Audio on`. */
export function changeWords(before: GenerationInput, after: GenerationInput, modelName: string): string {
  if (before.modelId !== after.modelId) return `you chose ${modelName}`
  const changes = CHANGES.filter(({ field }) => before[field] !== after[field])
  const media = mediaChange(before, after)
  if (media !== null && changes.length === 0) return media
  const [only] = changes
  return only && changes.length === 1 ? `you ${only.words(after)}` : 'your last changes'
}

/** Media that a price depends on. */
function mediaChange({ media: before }: GenerationInput, { media: after }: GenerationInput): string | null {
  if (before.sourceVideo !== after.sourceVideo) return 'you chose the source video'
  return before.referenceVideos === after.referenceVideos ? null : 'you changed the reference videos'
}

const CHANGES: { field: keyof GenerationInput; words: (after: GenerationInput) => string }[] = [
  { field: 'duration', words: ({ duration }) => `set Duration to ${durationLabel(duration)}` },
  { field: 'resolution', words: ({ resolution }) => `set Resolution to ${resolutionLabel(resolution ?? '')}` },
  { field: 'aspectRatio', words: ({ aspectRatio }) => `set Aspect ratio to ${aspectRatioLabel(aspectRatio ?? '')}` },
  { field: 'audio', words: ({ audio }) => `turned Audio ${audio ? 'on' : 'off'}` },
  { field: 'upscaleFactor', words: ({ upscaleFactor }) => `set Upscale factor to ${upscaleFactor}×` },
]
