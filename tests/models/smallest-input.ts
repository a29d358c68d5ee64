import type { GenerationInput } from '@/lib/generations/input'
import { FIELD_OF } from '@/lib/generations/media-fields'
import { type MediaInput, type Medium, NO_MEDIA } from '@/lib/generations/media-input'
import { cheapestChoices, fitInput } from '@/lib/models/fit'
import type { MediaField, ModelOffer } from '@/lib/models/offer'

/** One real file of each kind. */
export interface Files {
  image: Medium
  video: Medium
  audio: Medium
}

/** The least the form takes for a model: its cheapest choices, and the media it cannot work without. */
export function smallestInput(offer: ModelOffer, files: Files): GenerationInput {
  const [one] = offer.needsOneOf
  const media = { ...NO_MEDIA }
  for (const field of one === undefined ? offer.needs : [...offer.needs, one]) {
    Object.assign(media, filled(field, files))
  }
  return {
    modelId: offer.id,
    prompt: `Mist over the lagoon, for ${offer.name}`,
    negativePrompt: '',
    ...fitInput(null, offer),
    ...cheapestChoices(offer),
    media,
  }
}

function filled(field: MediaField, { image, video, audio }: Files): Partial<MediaInput> {
  switch (field) {
    case 'Start image':
    case 'End image':
      return { [FIELD_OF[field]]: image }
    case 'Source video':
      return { sourceVideo: video }
    case 'Audio track':
      return { audioTrack: audio }
    case 'Reference images':
    case 'Scene images':
      return { [FIELD_OF[field]]: [image] }
    case 'Reference videos':
      return { referenceVideos: [video] }
    case 'Reference audio':
      return { referenceAudio: [audio] }
    case 'Elements':
      return { elements: [{ frontal: image, views: [], video: null }] }
    case 'Keyframes':
      return { keyframes: [{ image, frame: 0 }] }
    case 'Reference document':
      throw new Error('No model works from a document alone.')
  }
}
