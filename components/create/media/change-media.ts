import { freeFrame } from '@/components/create/media/frames'
import type { ListName, PartPlace, Place } from '@/components/create/media/places'
import type { ElementInput, MediaInput, Medium } from '@/lib/generations/media-input'

/** The same media with one more: in the place of what a single field held, at the end of a list. */
export function putMedium(media: MediaInput, place: Place, medium: Medium): MediaInput {
  switch (place.shape) {
    case 'one':
      return { ...media, [place.name]: medium }
    case 'list':
      return { ...media, [place.name]: [...media[place.name], medium] }
    case 'frames':
      return { ...media, keyframes: [...media.keyframes, { image: medium, frame: freeFrame(media.keyframes) }] }
    case 'elements':
      return { ...media, elements: [...media.elements, { frontal: medium, views: [], video: null }] }
    case 'part':
      return changeElement(media, place, (element) =>
        place.part === 'views'
          ? { ...element, views: [...element.views, medium] }
          : { ...element, [place.part]: medium },
      )
  }
}

/** The same media without what stands in a field; of a list, without the one at `at`. */
export function removeMedium(media: MediaInput, place: Place, at = 0): MediaInput {
  switch (place.shape) {
    case 'one':
      return { ...media, [place.name]: null }
    case 'list':
      return { ...media, [place.name]: media[place.name].toSpliced(at, 1) }
    case 'frames':
      return { ...media, keyframes: media.keyframes.toSpliced(at, 1) }
    case 'elements':
      return { ...media, elements: media.elements.toSpliced(at, 1) }
    case 'part':
      return changeElement(media, place, (element) =>
        place.part === 'views'
          ? { ...element, views: element.views.toSpliced(at, 1) }
          : { ...element, [place.part]: null },
      )
  }
}

function changeElement(
  media: MediaInput,
  { at }: PartPlace,
  change: (element: ElementInput) => ElementInput,
): MediaInput {
  const element = media.elements[at]
  return element ? { ...media, elements: media.elements.with(at, change(element)) } : media
}

/** The same media with one of a list moved to another place in it. */
export function moveMedium(media: MediaInput, name: ListName, from: number, to: number): MediaInput {
  const list = media[name]
  const moved = list[from]
  if (moved === undefined || to < 0 || to >= list.length) return media
  return { ...media, [name]: list.toSpliced(from, 1).toSpliced(to, 0, moved) }
}

/** The same media with a keyframe at another moment. */
export function moveKeyframe(media: MediaInput, at: number, frame: number): MediaInput {
  const keyframe = media.keyframes[at]
  return keyframe ? { ...media, keyframes: media.keyframes.with(at, { ...keyframe, frame }) } : media
}

/** What stands in a place, in order. */
export function mediaAt(media: MediaInput, place: Place): readonly Medium[] {
  switch (place.shape) {
    case 'one':
      return some(media[place.name])
    case 'list':
      return media[place.name]
    case 'frames':
      return media.keyframes.map(({ image }) => image)
    case 'elements':
      return media.elements.flatMap(({ frontal, views, video }) => [...some(frontal), ...views, ...some(video)])
    case 'part': {
      const element = media.elements[place.at]
      if (!element) return []
      return place.part === 'views' ? element.views : some(element[place.part])
    }
  }
}

const some = (medium: Medium | null) => (medium === null ? [] : [medium])
