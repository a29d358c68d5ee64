import { type Hint, hintFor } from '@/lib/models/hints'
import { MEDIA_FIELDS, type MediaField, type ModelKind, type ModelOffer } from '@/lib/models/offer'

/** What the catalogue says about media. */
export interface StatedMedia {
  audioInput: boolean
  videoInput: boolean
  perReferenceAudio: boolean
  /** Length or shape may follow a source clip. */
  followsSource: boolean
}

type OfferedMedia = Pick<
  ModelOffer,
  'needs' | 'needsOneOf' | 'takes' | 'most' | 'clips' | 'tasks' | 'imageTags' | 'bitrate' | 'shots'
>

/** Media a model cannot work without, and what it takes besides. */
export function mediaFor(id: string, kind: ModelKind, stated: StatedMedia): OfferedMedia {
  const hint = hintFor(id)
  const needs = neededBy(kind, hint)
  const possible = kind === 'other' ? MEDIA_FIELDS : [...hint.takes, ...statedBy(kind, stated)]
  const takes = MEDIA_FIELDS.filter((field) => possible.includes(field) && !needs.includes(field))
  return {
    needs,
    needsOneOf: kind === 'reference' ? takes.filter((field) => REFERENCES.includes(field)) : [],
    takes,
    most: hint.most ?? {},
    // What is done with a source clip is chosen by words and a hint: only such models follow one.
    clips: hint.clips ?? { least: 2, most: 15, together: 15 },
    tasks: hint.tasks ?? (kind === 'reference' && stated.followsSource),
    imageTags: hint.imageTags ?? null,
    bitrate: hint.bitrate ?? false,
    shots: hint.shots ?? null,
  }
}

function statedBy(kind: ModelKind, stated: StatedMedia): MediaField[] {
  const reference = kind === 'reference'
  return [
    ...(reference ? (['Reference images'] as const) : []),
    ...(stated.audioInput ? (['Audio track'] as const) : []),
    ...(stated.videoInput ? ([reference ? 'Reference videos' : 'Source video'] as const) : []),
    ...(stated.followsSource && reference ? (['Reference videos'] as const) : []),
    ...(stated.perReferenceAudio && reference ? (['Reference audio'] as const) : []),
  ]
}

/** What counts as the one thing a reference model begins from: pictures and clips of it, never its sound alone. */
const REFERENCES: readonly MediaField[] = [
  'Start image',
  'Reference images',
  'Reference videos',
  'Elements',
  'Scene images',
]

function neededBy(kind: ModelKind, { needs = [] }: Hint): MediaField[] {
  switch (kind) {
    case 'image':
      return needs.length > 0 ? [...needs] : ['Start image']
    case 'transition':
      return ['Start image', 'End image']
    case 'video':
    case 'upscale':
      return [...needs, 'Source video']
    case 'reference':
    case 'text':
    case 'other':
      return [...needs]
  }
}
