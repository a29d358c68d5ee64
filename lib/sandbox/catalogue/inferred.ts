import { unitPair } from '../seed'
import type { Abilities, CatalogueEntry, Terms } from './entry'

/** What the API takes at most of any model (`QueueVideoRequest`). */
const EVERY_REFERENCE: Abilities = {
  image: 'optional',
  endImage: 'optional',
  referenceImages: 30,
  referenceVideos: 10,
  referenceAudios: 10,
  documents: 1,
  elements: 4,
  scenes: 4,
  needsReference: true,
  taskType: true,
}

/**
 * What a model of somebody else's catalogue can do, by its type and the words of its id. Generous: a stand-in that
 * knows less than the API refuses only what cannot be meant.
 */
export function abilitiesOf({ id, model_spec: { constraints } }: CatalogueEntry): Abilities {
  const named = (word: string) => `-${id}-`.includes(`-${word}-`)
  const heard: Abilities = { ...(constraints.audio_input && { audioUrl: true }), bitrate: named('seedance') }
  if (named('keyframes')) return { ...heard, keyframes: 10 }
  switch (constraints.model_type) {
    case 'text-to-video':
      return { ...heard, referenceImages: 30 }
    case 'image-to-video':
      if (named('reference-to-video') || named('r2v')) return { ...heard, ...EVERY_REFERENCE }
      return {
        ...heard,
        image: 'required',
        endImage: named('transition') ? 'required' : 'optional',
        referenceImages: 30,
      }
    case 'video':
      return { ...heard, ...seenAbilities(constraints.resolutions, named('motion-control')) }
    default:
      return { ...heard, ...EVERY_REFERENCE, needsReference: false }
  }
}

function seenAbilities(resolutions: string[], moves: boolean): Abilities {
  const upscale = resolutions.length > 0 && resolutions.every((resolution) => /^\d+x$/.test(resolution))
  if (upscale) return { video: 'required', upscale }
  return { video: 'required', image: moves ? 'required' : 'optional', referenceImages: 30 }
}

/** Prices and times made up from the id: the same at every start, and no two models alike. */
export function termsOf({ id, model_spec: { constraints } }: CatalogueEntry): Terms {
  const [cost, time] = unitPair(id)
  const byResolution = constraints.resolutions.map((resolution, at) => [resolution, 1 + at * 0.75] as const)
  return {
    perSecond: Math.round(8_000 + cost * 90_000),
    byResolution: Object.fromEntries(byResolution),
    withAudio: constraints.audio_configurable ? 1.3 : undefined,
    perReferenceSecond: Math.round(cost * 40_000),
    medianMs: Math.round(10_000 + time * 25_000),
  }
}
