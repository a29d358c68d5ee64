import type { MediaInput } from '@/lib/generations/media-input'
import type { MediaField, ModelOffer } from '@/lib/models/offer'

/** The names on screen of the fields of an input. */
export const FIELD_OF: Record<MediaField, Exclude<keyof MediaInput, 'task'>> = {
  'Start image': 'startImage',
  'End image': 'endImage',
  'Source video': 'sourceVideo',
  'Audio track': 'audioTrack',
  'Reference images': 'referenceImages',
  'Reference videos': 'referenceVideos',
  'Reference audio': 'referenceAudio',
  'Reference document': 'referenceDocument',
  Elements: 'elements',
  'Scene images': 'sceneImages',
  Keyframes: 'keyframes',
}

/** The most the API takes of any model (`QueueVideoRequest`, maxItems). */
const MOST: Partial<Record<MediaField, number>> = {
  'Reference images': 30,
  'Reference videos': 10,
  'Reference audio': 10,
  Elements: 4,
  'Scene images': 4,
  Keyframes: 10,
}
/** How many of a field a model takes. */
export function mostOf(offer: Pick<ModelOffer, 'most'>, field: MediaField): number {
  return offer.most[field] ?? MOST[field] ?? 1
}

/** How many media stand in a field. */
export function countOf(media: MediaInput, field: MediaField): number {
  const value = media[FIELD_OF[field]]
  return Array.isArray(value) ? value.length : value === null ? 0 : 1
}
