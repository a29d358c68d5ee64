import type { GenerationInput } from '@/lib/generations/input'
import { NO_MEDIA } from '@/lib/generations/media-input'
import type { ModelOffer } from '@/lib/models/offer'

/** A model that takes every kind of choice; tests change what they are about. */
export function anOffer(change: Partial<ModelOffer> = {}): ModelOffer {
  return {
    id: 'ltx-text',
    name: 'LTX Video',
    kind: 'text',
    durations: ['6s', '8s', '10s'],
    resolutions: ['1080p', '1440p'],
    aspectRatios: ['16:9', '9:16'],
    upscaleFactors: [],
    sound: 'optional',
    bitrate: false,
    shots: null,
    promptLimit: 2500,
    promptRequired: true,
    needs: [],
    needsOneOf: [],
    takes: [],
    most: {},
    pictures: { shortSide: null, minRatio: null, maxRatio: null },
    clips: { least: 2, most: 15, together: 15 },
    tasks: false,
    imageTags: null,
    privacy: 'anonymized',
    offline: false,
    beta: false,
    uncensored: false,
    deprecation: null,
    ...change,
  }
}

/** An input that `anOffer` takes. */
export function anInput(change: Partial<GenerationInput> = {}): GenerationInput {
  return {
    modelId: 'ltx-text',
    prompt: 'Mooring poles at dusk',
    negativePrompt: '',
    duration: '6s',
    resolution: '1080p',
    aspectRatio: '16:9',
    audio: true,
    upscaleFactor: null,
    bitrate: null,
    media: NO_MEDIA,
    ...change,
  }
}
