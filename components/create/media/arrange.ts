import { placesOf } from '@/components/create/media/first-place'
import type { FieldPlace } from '@/components/create/media/places'
import { countOf } from '@/lib/generations/media-fields'
import type { MediaInput } from '@/lib/generations/media-input'
import type { MediaField, ModelOffer } from '@/lib/models/offer'

export interface Arrangement {
  /** Shown in full: what the model needs, and what holds or awaits something. */
  open: FieldPlace[]
  /** A button each. */
  quiet: FieldPlace[]
}

/** What of a model's media stands open in the form, so that it stays as simple as what is asked for. */
export function arrange(
  offer: Pick<ModelOffer, 'needs' | 'needsOneOf' | 'takes'>,
  media: MediaInput,
  wanted: (place: FieldPlace) => boolean,
): Arrangement {
  const first = firstOfOne(offer, media)
  const isOpen = (place: FieldPlace) =>
    offer.needs.includes(place.field) || place.field === first || countOf(media, place.field) > 0 || wanted(place)
  const places = placesOf(offer)
  return { open: places.filter(isOpen), quiet: places.filter((place) => !isOpen(place)) }
}

/** Of several fields of which one is needed, the one to show while none of them holds anything. */
function firstOfOne({ needsOneOf, ...offer }: Parameters<typeof arrange>[0], media: MediaInput): MediaField | null {
  const choices = placesOf({ ...offer }).filter(({ field }) => needsOneOf.includes(field))
  if (choices.some((place) => countOf(media, place.field) > 0)) return null
  const main = choices.find(({ field }) => field === 'Reference images') ?? choices[0]
  return main?.field ?? null
}

/** What stands beside a field's name: whether the model can do without it. */
export function needWords(
  { needs, needsOneOf }: Pick<ModelOffer, 'needs' | 'needsOneOf'>,
  media: MediaInput,
  field: MediaField,
): string {
  if (needs.includes(field)) return 'needed by this model'
  const answered = needsOneOf.some((one) => countOf(media, one) > 0)
  if (answered || !needsOneOf.includes(field)) return 'optional'
  const others = needsOneOf.filter((other) => other !== field)
  return others.length === 0 ? 'needed by this model' : `needed, or ${others.join(' or ').toLowerCase()}`
}
