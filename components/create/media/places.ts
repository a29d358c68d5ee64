import type { MediumKind } from '@/lib/generations/media-input'
import type { MediaField } from '@/lib/models/offer'

export type SingleName = 'startImage' | 'endImage' | 'sourceVideo' | 'audioTrack' | 'referenceDocument'
export type ListName = 'referenceImages' | 'referenceVideos' | 'referenceAudio' | 'sceneImages'

/** Where a medium goes in the form: a field that holds one, or a list of them. */
export type Place =
  | { field: MediaField; kind: MediumKind; many: false; name: SingleName }
  | { field: MediaField; kind: MediumKind; many: true; name: ListName }

/** Every place of the form, in its order. */
export const PLACES: readonly Place[] = [
  { field: 'Start image', kind: 'image', many: false, name: 'startImage' },
  { field: 'End image', kind: 'image', many: false, name: 'endImage' },
  { field: 'Source video', kind: 'video', many: false, name: 'sourceVideo' },
  { field: 'Audio track', kind: 'audio', many: false, name: 'audioTrack' },
  { field: 'Reference images', kind: 'image', many: true, name: 'referenceImages' },
  { field: 'Reference videos', kind: 'video', many: true, name: 'referenceVideos' },
  { field: 'Reference audio', kind: 'audio', many: true, name: 'referenceAudio' },
  { field: 'Reference document', kind: 'document', many: false, name: 'referenceDocument' },
  { field: 'Scene images', kind: 'image', many: true, name: 'sceneImages' },
]
