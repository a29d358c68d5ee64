import type { GenerationInput } from '@/lib/generations/input'
import { FIELD_OF } from '@/lib/generations/media-fields'
import { type MediaInput, NO_MEDIA } from '@/lib/generations/media-input'
import { fitInput } from '@/lib/models/fit'
import { MEDIA_FIELDS, type ModelOffer } from '@/lib/models/offer'

/** What the form holds: the model, and an input that this model takes. */
export interface FormState {
  offer: ModelOffer
  input: GenerationInput
  /** Media that were given to another model and that this one does not take: they come back with one that does. */
  aside?: MediaInput
  /** The generation that it was filled from, until it begins anew. */
  fromId?: string | undefined
}

/** The form as it was left if its model is still listed, else with the first model that works from text; null without models. */
export function startForm(
  models: readonly ModelOffer[],
  left: GenerationInput | null,
  aside?: MediaInput,
): FormState | null {
  const offer = models.find((model) => model.id === left?.modelId) ?? firstUsable(models)
  return offer ? moveTo(offer, left, aside) : null
}

/** The same form with another model: what is written stays, and every choice and medium that still fits. */
export function moveTo(offer: ModelOffer, from: GenerationInput | null, aside: MediaInput = NO_MEDIA): FormState {
  const written = { prompt: from?.prompt ?? '', negativePrompt: from?.negativePrompt ?? '' }
  const held = merge(from?.media ?? NO_MEDIA, aside)
  const taken = (name: keyof MediaInput) => takenBy(offer).has(name)
  const media = only(held, taken)
  const input = { modelId: offer.id, ...written, ...fitInput(from, offer), media }
  return { offer, input, aside: only(held, (name) => !taken(name)) }
}

function takenBy({ needs, takes, tasks }: ModelOffer): Set<keyof MediaInput> {
  const fields = MEDIA_FIELDS.filter((field) => needs.includes(field) || takes.includes(field))
  return new Set<keyof MediaInput>([...fields.map((field) => FIELD_OF[field]), ...(tasks ? (['task'] as const) : [])])
}

/** What stands in `first`, and from `second` what `first` has nothing of. */
const merge = (first: MediaInput, second: MediaInput): MediaInput =>
  Object.assign({}, first, ...NAMES.filter((name) => isEmpty(first[name])).map((name) => ({ [name]: second[name] })))

const only = (media: MediaInput, keep: (name: keyof MediaInput) => boolean): MediaInput =>
  Object.assign({}, NO_MEDIA, ...NAMES.filter(keep).map((name) => ({ [name]: media[name] })))

const NAMES = Object.keys(NO_MEDIA) as (keyof MediaInput)[]

const isEmpty = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0)

function firstUsable(models: readonly ModelOffer[]): ModelOffer | undefined {
  const usable = models.filter((model) => model.kind === 'text' && model.needs.length === 0 && !model.offline)
  return usable.find((model) => model.deprecation === null) ?? usable[0] ?? models[0]
}
