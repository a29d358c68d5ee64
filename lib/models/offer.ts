/** What a kind of model works from, in the picker's words. */
export type ModelKind = 'text' | 'image' | 'transition' | 'reference' | 'video' | 'upscale' | 'other'

/** `always` and `none` must not be sent as a choice; only `optional` is. */
export type SoundOffer = 'none' | 'always' | 'optional'

export const MEDIA_FIELDS = [
  'Start image',
  'End image',
  'Source video',
  'Audio track',
  'Reference images',
  'Reference videos',
  'Reference audio',
  'Reference document',
  'Elements',
  'Scene images',
  'Keyframes',
] as const

export type MediaField = (typeof MEDIA_FIELDS)[number]

/** What pictures must be like; null: no such limit. */
export interface PictureLimits {
  /** Pixels. */
  shortSide: number | null
  /** Width divided by height lies strictly between the two. */
  minRatio: number | null
  maxRatio: number | null
}

export interface Deprecation {
  /** When the vendor announced it takes effect, ISO 8601. */
  date: string
  /** When the model goes, ISO 8601; null if the vendor does not say. */
  removesAt: string | null
}

/** How long reference clips and reference sounds may be, seconds. */
export interface ClipLimits {
  least: number
  most: number
  together: number
}

/** How long the shots of one clip may be, seconds. */
export interface ShotLimits {
  least: number
  together: number
}

/** A model as the form and the picker may offer it: plain JSON, the same on server and client. */
export interface ModelOffer {
  id: string
  name: string
  kind: ModelKind
  /** As the API spells them ("5s", "Auto"), in the API's order. */
  durations: string[]
  /** Empty: must not be sent. */
  resolutions: string[]
  /** Empty: must not be sent. */
  aspectRatios: string[]
  /** Empty: not an upscaler. */
  upscaleFactors: number[]
  sound: SoundOffer
  /** Takes `bitrate_mode`: how finely the clip is encoded, at the same price. */
  bitrate: boolean
  /** Its prompt may be a list of shots with a length each; null: not. */
  shots: ShotLimits | null
  /** In characters (UTF-16 units, as the API counts them). */
  promptLimit: number
  promptRequired: boolean
  /** Media the model cannot work without. */
  needs: MediaField[]
  /** Of these it needs one at least; empty: none. */
  needsOneOf: MediaField[]
  /** Media it also takes. */
  takes: MediaField[]
  /** The most of a list, where that is known to be fewer than the API takes of any model. */
  most: Partial<Record<MediaField, number>>
  pictures: PictureLimits
  clips: ClipLimits
  /** Takes `omni_reference_task_type`, and the wording of the prompt chooses what is done with a reference video. */
  tasks: boolean
  /** How its prompt names reference images (`@Image1`, or Seedance's `<Image 1>`); null: not at all. */
  imageTags: 'at' | 'angle' | null
  privacy: 'private' | 'anonymized' | 'unknown'
  offline: boolean
  beta: boolean
  uncensored: boolean
  deprecation: Deprecation | null
  /** When the vendor added it, ms since 1970; absent when it does not say. */
  createdAt?: number
  /** Venice fetches the files of a request from this studio: they do not weigh. */
  filesByLink?: boolean
}

/** The catalogue as pages get it. */
export interface Catalogue {
  models: ModelOffer[]
  /** When Venice gave this list, ms since 1970. */
  readAt: number
  /** The sentence to show when the last refresh failed and this is an older copy; null when fresh. */
  staleBecause: string | null
}

/** The last price known for a model at its cheapest settings. */
export interface PriceHint {
  modelId: string
  microUsd: number
  /** ms since 1970 */
  at: number
}
