import type { MediaField, ModelKind, ModelOffer } from '@/lib/models/offer'
import { bySize, isAsSource, secondsOf } from '@/lib/models/scale'

/** The filter chips and headings of the picker. */
export const KIND_LABELS: Record<ModelKind, string> = {
  text: 'From text',
  image: 'From image',
  transition: 'Between two images',
  reference: 'References',
  video: 'Edit a video',
  upscale: 'Upscale',
  other: 'Other',
}

const SOUND_LABELS: Record<ModelOffer['sound'], string> = { none: 'None', always: 'Always', optional: 'Optional' }

const PRIVACY_LABELS: Record<ModelOffer['privacy'], string> = {
  private: 'Private',
  anonymized: 'Anonymized',
  unknown: 'Not stated',
}

/** `5 s`, `As the source`; the vendor's own word where it is neither. */
export function durationLabel(duration: string): string {
  if (isAsSource(duration)) return 'As the source'
  const seconds = secondsOf(duration)
  return seconds === null ? duration : `${seconds} s`
}

/** `6–20 s` for four and more lengths, `3, 5, 8 s` for fewer, `As the source`. */
export function lengthLabel(durations: readonly string[]): string {
  const seconds = durations.flatMap((duration) => secondsOf(duration) ?? []).sort((a, b) => a - b)
  const words = durations.filter((duration) => secondsOf(duration) === null).map(durationLabel)
  const range =
    seconds.length > 3 ? `${seconds[0]}–${seconds.at(-1)} s` : seconds.length > 0 ? `${seconds.join(', ')} s` : ''
  return [range, ...words].filter(Boolean).join(', ')
}

/** `720p – 4k` for three and more, `480p, 720p` for two, `2×, 4×` for an upscaler, `Fixed` without a choice. */
export function resolutionsLabel(offer: Pick<ModelOffer, 'resolutions' | 'upscaleFactors'>): string {
  if (offer.upscaleFactors.length > 0) return offer.upscaleFactors.map(upscaleLabel).join(', ')
  const sizes = bySize(offer.resolutions).map(resolutionLabel)
  if (sizes.length === 0) return 'Fixed'
  return sizes.length > 2 ? `${sizes[0]} – ${sizes.at(-1)}` : sizes.join(', ')
}

/** `720p`, `1080p, true` for the vendor's `true_1080p`. */
export function resolutionLabel(resolution: string): string {
  return resolution.replace(/^true_(.*)$/i, '$1, true')
}

/** `2×`; 1 keeps the size. */
export function upscaleLabel(factor: number): string {
  return factor === 1 ? 'Same size' : `${factor}×`
}

/** `16:9`; the shape of the source where the vendor says `auto` or `adaptive`. */
export function aspectRatioLabel(aspectRatio: string): string {
  return isAsSource(aspectRatio) ? 'As the source' : aspectRatio
}

/** `Standard`, `High`. */
export function bitrateLabel(bitrate: 'standard' | 'high'): string {
  return bitrate === 'high' ? 'High' : 'Standard'
}

export function soundLabel(sound: ModelOffer['sound']): string {
  return SOUND_LABELS[sound]
}

export function privacyLabel(privacy: ModelOffer['privacy']): string {
  return PRIVACY_LABELS[privacy]
}

/** What it can't do without: `Start image, End image`, `Reference images or Elements`, `A prompt`. */
export function needsLabel({ needs, needsOneOf }: Pick<ModelOffer, 'needs' | 'needsOneOf'>): string {
  return [...needs, ...(needsOneOf.length > 0 ? [needsOneOf.join(' or ')] : [])].join(', ') || 'A prompt'
}

/** What a model works from, in a line: `Text`, `Image + end image`, `Image, audio track`. */
export function mediaLabel({
  needs,
  needsOneOf,
  takes,
  promptRequired,
}: Pick<ModelOffer, 'needs' | 'needsOneOf' | 'takes' | 'promptRequired'>): string {
  const fromText = needs.length + needsOneOf.length === 0 && promptRequired
  const words = [...(fromText ? ['text'] : []), ...[...needs, ...takes].map(mediaWord)]
  const line = words.join(', ').replace('image, end image', 'image + end image')
  return line.charAt(0).toUpperCase() + line.slice(1)
}

/** A model in one line: `Image · 6–20 s · to 2160p · sound optional`. */
export function factsLine(offer: ModelOffer): string {
  const sizes = [...bySize(offer.resolutions).map(resolutionLabel), ...offer.upscaleFactors.map(upscaleLabel)]
  const size = sizes.length > 1 ? `to ${sizes.at(-1)}` : sizes[0]
  const sound = offer.sound === 'none' ? 'no sound' : `sound ${soundLabel(offer.sound).toLowerCase()}`
  return [mediaLabel(offer), lengthLabel(offer.durations), size, sound].filter(Boolean).join(' · ')
}

function mediaWord(field: MediaField): string {
  if (field === 'Start image') return 'image'
  return field === 'Source video' ? 'video' : field.toLowerCase()
}
