import { mediaAt } from '@/components/create/media/change-media'
import { type FieldPlace, PLACES, type Place, takesMany } from '@/components/create/media/places'
import { countOf, mostOf } from '@/lib/generations/media-fields'
import type { MediaInput, MediumKind } from '@/lib/generations/media-input'
import type { ModelOffer } from '@/lib/models/offer'

/** The fields of a model's form, in its order. */
export function placesOf({ needs, takes }: Pick<ModelOffer, 'needs' | 'takes'>): FieldPlace[] {
  return PLACES.filter(({ field }) => needs.includes(field) || takes.includes(field))
}

/**
 * Where something dropped anywhere on the form goes: the first place for its kind with room, what the model needs
 * before what it takes besides. `coming` counts what is on its way there.
 */
export function firstPlace(
  offer: Pick<ModelOffer, 'needs' | 'takes' | 'most'>,
  media: MediaInput,
  kind: MediumKind | null,
  coming: (place: Place) => number,
): Place | null {
  const fitting = placesOf(offer).filter((place) => kind === null || place.kind === kind)
  const byNeed = [...fitting.filter(({ field }) => offer.needs.includes(field)), ...fitting]
  return byNeed.find((place) => roomIn(offer, media, place) > coming(place)) ?? null
}

/** An element takes this many views besides its frontal picture (`QueueVideoRequest.elements`). */
const MOST_VIEWS = 3

/** How many more media a place takes. */
export function roomIn(offer: Pick<ModelOffer, 'most'>, media: MediaInput, place: Place): number {
  if (place.shape === 'part') return (takesMany(place) ? MOST_VIEWS : 1) - mediaAt(media, place).length
  return (takesMany(place) ? mostOf(offer, place.field) : 1) - countOf(media, place.field)
}

const NAMES: Record<MediumKind, string> = { image: 'picture', video: 'clip', audio: 'sound', document: 'document' }

/** Why something dropped on the form found no place. */
export function noPlaceWords(offer: Pick<ModelOffer, 'needs' | 'takes'>, kind: MediumKind | null): string {
  if (kind === null) return 'Squero can’t tell what this file is. Drop it on the field it is for.'
  const taken = placesOf(offer).some((place) => place.kind === kind)
  return taken
    ? `Every place for a ${NAMES[kind]} is taken. Drop it on the one it should replace.`
    : `This model takes no ${NAMES[kind]}. Choose another model first.`
}
