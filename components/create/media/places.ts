import type { MediumKind } from '@/lib/generations/media-input'
import type { MediaField } from '@/lib/models/offer'

export type SingleName = 'startImage' | 'endImage' | 'sourceVideo' | 'audioTrack' | 'referenceDocument'
export type ListName = 'referenceImages' | 'referenceVideos' | 'referenceAudio' | 'sceneImages'

interface Described {
  field: MediaField
  kind: MediumKind
}

export type OnePlace = Described & { shape: 'one'; name: SingleName }
export type ListPlace = Described & { shape: 'list'; name: ListName }
/** A picture put here gets a moment of the clip. */
export type FramesPlace = Described & { shape: 'frames'; name: 'keyframes' }
/** A picture put here is the front of a new element. */
export type ElementsPlace = Described & { shape: 'elements'; name: 'elements' }

/** A field of the form that media go into. */
export type FieldPlace = OnePlace | ListPlace | FramesPlace | ElementsPlace

export type ElementPart = 'frontal' | 'views' | 'video'

/** A part of one element. */
export type PartPlace = Described & {
  shape: 'part'
  name: `elements.${number}.${ElementPart}`
  at: number
  part: ElementPart
}

/** Where a medium goes in the form. */
export type Place = FieldPlace | PartPlace

/** Every field of the form, in its order. */
export const PLACES: readonly FieldPlace[] = [
  { shape: 'one', field: 'Start image', kind: 'image', name: 'startImage' },
  { shape: 'one', field: 'End image', kind: 'image', name: 'endImage' },
  { shape: 'one', field: 'Source video', kind: 'video', name: 'sourceVideo' },
  { shape: 'one', field: 'Audio track', kind: 'audio', name: 'audioTrack' },
  { shape: 'list', field: 'Reference images', kind: 'image', name: 'referenceImages' },
  { shape: 'list', field: 'Reference videos', kind: 'video', name: 'referenceVideos' },
  { shape: 'list', field: 'Reference audio', kind: 'audio', name: 'referenceAudio' },
  { shape: 'one', field: 'Reference document', kind: 'document', name: 'referenceDocument' },
  { shape: 'elements', field: 'Elements', kind: 'image', name: 'elements' },
  { shape: 'list', field: 'Scene images', kind: 'image', name: 'sceneImages' },
  { shape: 'frames', field: 'Keyframes', kind: 'image', name: 'keyframes' },
]

/** A part of the element at `at`, counted from 0. */
export function partPlace(at: number, part: ElementPart): PartPlace {
  return {
    shape: 'part',
    field: 'Elements',
    kind: part === 'video' ? 'video' : 'image',
    name: `elements.${at}.${part}`,
    at,
    part,
  }
}

/** Whether more than one medium goes there. */
export const takesMany = (place: Place) => (place.shape === 'part' ? place.part === 'views' : place.shape !== 'one')

/** The place with this name; null when there is none. */
export function placeNamed(name: string): Place | null {
  const [, at, part] = /^elements\.(\d)\.(frontal|views|video)$/.exec(name) ?? []
  const known = PARTS.find((one) => one === part)
  if (at !== undefined && known) return partPlace(Number(at), known)
  return PLACES.find((place) => place.name === name) ?? null
}

const PARTS: readonly ElementPart[] = ['frontal', 'views', 'video']
