import type { GenerationInput } from '@/lib/generations/input'
import { fitInput } from '@/lib/models/fit'
import type { ModelOffer } from '@/lib/models/offer'

/** What the form holds: the model, and an input that this model takes. */
export interface FormState {
  offer: ModelOffer
  input: GenerationInput
}

/** The form as it was left if its model is still listed, else with the first model that works from text; null without models. */
export function startForm(models: readonly ModelOffer[], left: GenerationInput | null): FormState | null {
  const offer = models.find((model) => model.id === left?.modelId) ?? firstUsable(models)
  return offer ? moveTo(offer, left) : null
}

/** The same form with another model: what is written stays, and every choice that still fits. */
export function moveTo(offer: ModelOffer, from: GenerationInput | null): FormState {
  const written = { prompt: from?.prompt ?? '', negativePrompt: from?.negativePrompt ?? '' }
  return { offer, input: { modelId: offer.id, ...written, ...fitInput(from, offer) } }
}

function firstUsable(models: readonly ModelOffer[]): ModelOffer | undefined {
  const usable = models.filter((model) => model.needs.length === 0 && !model.offline)
  return usable.find((model) => model.deprecation === null) ?? usable[0] ?? models[0]
}
