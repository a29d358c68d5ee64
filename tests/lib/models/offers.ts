import type { ModelOffer } from '@/lib/models/offer'
import { anOffer } from '@/tests/support/offers'

/** A model that works from text, with what a test changes about it. */
export const offer = (change: Partial<ModelOffer> = {}): ModelOffer =>
  anOffer({
    id: 'some-text-to-video',
    name: 'Some',
    durations: ['5s', '10s'],
    resolutions: ['720p', '1080p'],
    ...change,
  })

/** An entry of the catalogue as the API gives it. */
export function entry(id: string, constraints: Record<string, unknown>, spec: Record<string, unknown> = {}): unknown {
  return {
    created: 1_775_088_000,
    id,
    object: 'model',
    owned_by: 'venice.ai',
    type: 'video',
    model_spec: { name: id, privacy: 'anonymized', offline: false, model_sets: [], traits: [], constraints, ...spec },
  }
}
