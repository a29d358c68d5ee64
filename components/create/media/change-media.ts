import type { ListName, Place } from '@/components/create/media/places'
import type { MediaInput, Medium } from '@/lib/generations/media-input'

/** The same media with one more: in the place of what a single field held, at the end of a list. */
export function putMedium(media: MediaInput, place: Place, medium: Medium): MediaInput {
  return place.many ? { ...media, [place.name]: [...media[place.name], medium] } : { ...media, [place.name]: medium }
}

/** The same media without what stands in a field; of a list, without the one at `at`. */
export function removeMedium(media: MediaInput, place: Place, at = 0): MediaInput {
  return place.many ? { ...media, [place.name]: media[place.name].toSpliced(at, 1) } : { ...media, [place.name]: null }
}

/** The same media with one of a list moved to another place in it. */
export function moveMedium(media: MediaInput, name: ListName, from: number, to: number): MediaInput {
  const list = media[name]
  const moved = list[from]
  if (moved === undefined || to < 0 || to >= list.length) return media
  return { ...media, [name]: list.toSpliced(from, 1).toSpliced(to, 0, moved) }
}

/** What stands in a place, in order. */
export function mediaAt(media: MediaInput, place: Place): readonly Medium[] {
  if (place.many) return media[place.name]
  const one = media[place.name]
  return one === null ? [] : [one]
}
