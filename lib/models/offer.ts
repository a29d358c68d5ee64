/** What a kind of model works from, in the picker's words. */
export type ModelKind = 'text' | 'image' | 'transition' | 'reference' | 'video' | 'upscale' | 'other'

/** `always` and `none` must not be sent as a choice; only `optional` is. */
export type SoundOffer = 'none' | 'always' | 'optional'

export type MediaField =
  | 'Start image'
  | 'End image'
  | 'Source video'
  | 'Audio track'
  | 'Reference images'
  | 'Reference videos'
  | 'Reference audio'
  | 'Elements'
  | 'Scene images'
  | 'Keyframes'

export interface Deprecation {
  /** When the vendor announced it takes effect, ISO 8601. */
  date: string
  /** When the model goes, ISO 8601; null if the vendor does not say. */
  removesAt: string | null
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
  /** In characters (UTF-16 units, as the API counts them). */
  promptLimit: number
  promptRequired: boolean
  /** Media the model cannot work without. */
  needs: MediaField[]
  /** Media it also takes. */
  takes: MediaField[]
  privacy: 'private' | 'anonymized' | 'unknown'
  offline: boolean
  beta: boolean
  uncensored: boolean
  deprecation: Deprecation | null
  /** When the vendor added it, ms since 1970; absent when it does not say. */
  createdAt?: number
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
