import type { MediaField } from '@/lib/models/offer'

/**
 * Inputs that `GET /models` does not state, as public registries had them in August 2026. Hints for the form, never
 * a gate: the API's own answer decides.
 */
const TAKES: Record<string, readonly MediaField[]> = {
  'grok-imagine-reference-to-video': ['Reference images'],
  'happyhorse-1-0-reference-to-video': ['Reference images'],
  'happyhorse-1-1-reference-to-video': ['Reference images', 'Reference audio'],
  'kling-2.5-turbo-pro-image-to-video': ['End image'],
  'kling-2.6-pro-image-to-video': ['End image'],
  'kling-o3-4k-image-to-video': ['End image'],
  'kling-o3-pro-image-to-video': ['End image'],
  'kling-o3-standard-image-to-video': ['End image'],
  'kling-o3-4k-reference-to-video': ['Elements', 'Start image', 'End image', 'Scene images', 'Reference images'],
  'kling-o3-pro-reference-to-video': ['Elements', 'Start image', 'End image', 'Scene images', 'Reference images'],
  'kling-o3-standard-reference-to-video': ['Elements', 'Start image', 'End image', 'Scene images', 'Reference images'],
  'kling-v3-4k-reference-to-video': ['Reference images', 'End image', 'Scene images'],
  'kling-v3-pro-image-to-video': ['End image'],
  'kling-v3-standard-image-to-video': ['End image'],
  'minimax-h3-reference-to-video': ['Reference images'],
  'pixverse-c1-reference-to-video': ['Reference images'],
  'pixverse-c1-transition': ['End image'],
  'pixverse-v5.6-transition': ['End image'],
  'seedance-2-0-enhanced-reference-to-video': ['Reference images', 'Reference videos', 'Reference audio'],
  'seedance-2-0-fast-reference-to-video': ['Reference images', 'Reference videos', 'Reference audio'],
  'seedance-2-0-reference-to-video': ['Reference images', 'Reference videos', 'Reference audio'],
  'seedance-2-5-reference-to-video': ['Reference images', 'Reference videos', 'Reference audio'],
  'vidu-q3-image-to-video': ['Reference images'],
  'vidu-q3-text-to-video': ['Reference images'],
  'wan-2-7-reference-to-video': ['Reference images'],
  'wan-2.6-reference-to-video': ['Reference images'],
  'wan-3-0-enhanced-reference-to-video': ['Reference images'],
  'wan-3-0-reference-to-video': ['Reference images'],
}

/** Words in the ids of models that are not listed. */
const NAMED: { word: RegExp; field: MediaField }[] = [
  { word: /(^|-)keyframes?(-|$)/i, field: 'Keyframes' },
  { word: /(^|-)elements?(-|$)/i, field: 'Elements' },
  // Moves the figure of an image as the source video moves.
  { word: /(^|-)motion-control(-|$)/i, field: 'Start image' },
]

/** What is known of a model beyond the catalogue, by its id with or without `-basic` or `-private`, else by words in it. */
export function hintedMedia(id: string): readonly MediaField[] {
  const base = id.replace(/-(basic|private)$/, '')
  const listed = Object.hasOwn(TAKES, base) ? TAKES[base] : undefined
  return listed ?? NAMED.filter(({ word }) => word.test(base)).map(({ field }) => field)
}
