import { hintedMedia } from '@/lib/models/hints'
import type { MediaField, ModelKind } from '@/lib/models/offer'

/** What the catalogue says about media. */
export interface StatedMedia {
  audioInput: boolean
  videoInput: boolean
  perReferenceAudio: boolean
  /** Length or shape may follow a source clip. */
  followsSource: boolean
}

/** Media a model of this kind cannot work without, and what it takes besides. */
export function mediaFor(
  id: string,
  kind: ModelKind,
  stated: StatedMedia,
): { needs: MediaField[]; takes: MediaField[] } {
  const hinted = hintedMedia(id)
  const needs = neededBy(kind, hinted)
  const possible: MediaField[] = [
    ...hinted,
    ...(stated.audioInput ? (['Audio track'] as const) : []),
    ...(stated.videoInput ? [videoField(kind)] : []),
    ...(stated.followsSource && kind === 'reference' ? (['Reference videos'] as const) : []),
    ...(stated.perReferenceAudio && kind === 'reference' ? (['Reference audio'] as const) : []),
  ]
  return { needs, takes: [...new Set(possible)].filter((field) => !needs.includes(field)) }
}

function neededBy(kind: ModelKind, hinted: readonly MediaField[]): MediaField[] {
  switch (kind) {
    case 'image':
      return hinted.includes('Keyframes') ? ['Keyframes'] : ['Start image']
    case 'transition':
      return ['Start image', 'End image']
    case 'reference':
      // These take a start frame, an element or a scene image, any one of them; an element always satisfies.
      return hinted.includes('Elements') ? ['Elements'] : ['Reference images']
    case 'video':
    case 'upscale':
      return ['Source video']
    case 'text':
    case 'other':
      return []
  }
}

function videoField(kind: ModelKind): MediaField {
  return kind === 'reference' ? 'Reference videos' : 'Source video'
}
