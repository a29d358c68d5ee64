import type { ClipLimits, MediaField, ShotLimits } from '@/lib/models/offer'

/** Inputs of a model that `GET /models` does not state. */
export interface Hint {
  takes: readonly MediaField[]
  /** Cannot work without these, though its kind would not say so. */
  needs?: readonly MediaField[]
  most?: Partial<Record<MediaField, number>>
  clips?: ClipLimits
  imageTags?: 'at' | 'angle'
  tasks?: boolean
  bitrate?: boolean
  shots?: ShotLimits
}

const PICTURES: Hint = { takes: ['Reference images'] }
const NINE: Hint = { takes: ['Reference images'], most: { 'Reference images': 9 } }
const END: Hint = { takes: ['End image'] }
const KLING_O3: Hint = {
  takes: ['Elements', 'Start image', 'End image', 'Scene images', 'Reference images'],
  imageTags: 'at',
  // The vendor's guide, "Multi-shot storyboarding": 3–15 s each, 15 s in all.
  shots: { least: 3, together: 15 },
}
const SEEDANCE: Hint = {
  takes: ['Reference images', 'Reference videos', 'Reference audio'],
  most: { 'Reference images': 9, 'Reference videos': 3, 'Reference audio': 3 },
  imageTags: 'angle',
  bitrate: true,
}

/** As public registries had them in August 2026. For the form, never a gate: the API's own answer decides. */
const VENICE: Record<string, Hint> = {
  'grok-imagine-reference-to-video': { ...PICTURES, most: { 'Reference images': 7 }, imageTags: 'at' },
  'happyhorse-1-0-reference-to-video': PICTURES,
  'happyhorse-1-1-reference-to-video': {
    takes: ['Reference images', 'Reference audio'],
    most: { 'Reference images': 9 },
    imageTags: 'at',
  },
  'kling-2.5-turbo-pro-image-to-video': END,
  'kling-2.6-pro-image-to-video': END,
  'kling-o3-4k-image-to-video': END,
  'kling-o3-pro-image-to-video': END,
  'kling-o3-standard-image-to-video': END,
  'kling-o3-4k-reference-to-video': KLING_O3,
  'kling-o3-pro-reference-to-video': KLING_O3,
  'kling-o3-standard-reference-to-video': KLING_O3,
  'kling-v3-4k-reference-to-video': { takes: ['Reference images', 'End image', 'Scene images'] },
  'kling-v3-pro-image-to-video': END,
  'kling-v3-standard-image-to-video': END,
  'minimax-h3-reference-to-video': { ...NINE, imageTags: 'at' },
  'pixverse-c1-reference-to-video': PICTURES,
  'pixverse-c1-transition': END,
  'pixverse-v5.6-transition': END,
  'seedance-2-0-enhanced-reference-to-video': SEEDANCE,
  'seedance-2-0-fast-reference-to-video': SEEDANCE,
  'seedance-2-0-reference-to-video': SEEDANCE,
  'seedance-2-5-reference-to-video': {
    ...SEEDANCE,
    most: { 'Reference images': 30 },
    // An edit takes sources of 4 to 30 s (`QueueVideoRequest.duration`), a quote 150 s in all.
    clips: { least: 2, most: 30, together: 150 },
    tasks: true,
  },
  'vidu-q3-image-to-video': PICTURES,
  'vidu-q3-text-to-video': PICTURES,
  'wan-2-7-reference-to-video': PICTURES,
  'wan-2.6-reference-to-video': PICTURES,
  'wan-3-0-enhanced-reference-to-video': {
    takes: ['Reference images', 'Reference document'],
    most: { 'Reference images': 9 },
  },
  'wan-3-0-reference-to-video': { takes: ['Reference images', 'Reference document'], most: { 'Reference images': 9 } },
}

/** The same for the sandbox's models, which no registry lists. */
const SANDBOX: Record<string, Hint> = {
  'barena-1-image-to-video': END,
  'corteo-2-reference-to-video': {
    takes: ['Reference images', 'Reference videos', 'Reference audio'],
    most: { 'Reference images': 9, 'Reference videos': 3, 'Reference audio': 3 },
    imageTags: 'angle',
    tasks: true,
    bitrate: true,
  },
  'corteo-2-5-reference-to-video': {
    takes: ['Reference images', 'Reference videos', 'Reference audio'],
    imageTags: 'angle',
    tasks: true,
    bitrate: true,
  },
  'lagoon-1-video-to-video': { takes: ['Reference images'], most: { 'Reference images': 1 } },
  'maschera-o3-reference-to-video': { ...KLING_O3, most: { 'Reference images': 7 } },
  'murano-2-reference-to-video': {
    takes: ['Reference images', 'Reference audio', 'Reference document'],
    most: { 'Reference images': 9, 'Reference audio': 3 },
    imageTags: 'at',
  },
}

const LISTED = new Map(Object.entries({ ...VENICE, ...SANDBOX }))

/** Words in the ids of models that are not listed. */
const NAMED: { word: RegExp; hint: Hint }[] = [
  { word: /(^|-)keyframes?(-|$)/i, hint: { takes: ['Keyframes'], needs: ['Keyframes'] } },
  // The vendor's guide, "Output bitrate": every public model of Seedance 2.0 and 2.5.
  { word: /^seedance-2-[05]-/i, hint: { takes: [], bitrate: true } },
  { word: /(^|-)elements?(-|$)/i, hint: { takes: ['Elements'] } },
  // Moves the figure of an image as the source video moves.
  { word: /(^|-)motion-control(-|$)/i, hint: { takes: ['Start image'], needs: ['Start image'] } },
]

/** What is known of a model beyond the catalogue, by its id with or without `-basic` or `-private`, else by words in it. */
export function hintFor(id: string): Hint {
  const base = id.replace(/-(basic|private)$/, '')
  return LISTED.get(base) ?? NAMED.find(({ word }) => word.test(base))?.hint ?? { takes: [] }
}
