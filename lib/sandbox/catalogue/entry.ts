/** One entry of `GET /models?type=video`, exactly as the API writes it (unknown keys included). */
export interface CatalogueEntry {
  created: number
  id: string
  model_spec: ModelSpec
  object: 'model'
  owned_by: string
  type: 'video'
}

export interface ModelSpec {
  privacy: 'private' | 'anonymized'
  constraints: Constraints
  model_sets: string[]
  name: string
  offline: boolean
  traits: string[]
  betaModel?: boolean
  deprecation?: { autoRemap: boolean; date: string; removesAt: string }
  [unknownKey: string]: unknown
}

export interface Constraints {
  model_type: string
  aspect_ratios: string[]
  resolutions: string[]
  durations: string[]
  audio: boolean
  audio_configurable: boolean
  audio_input: boolean
  per_reference_audio: boolean
  video_input: boolean
  prompt_character_limit?: number
  reference_image_min_short_side_pixels?: number
  reference_image_min_aspect_ratio?: number
  reference_image_max_aspect_ratio?: number
  [unknownKey: string]: unknown
}

/** What the catalogue does not say and only the API's answers reveal. */
export interface Abilities {
  image?: 'required' | 'optional'
  endImage?: 'required' | 'optional'
  audioUrl?: boolean
  video?: 'required'
  /** The most of each reference kind; absent means not taken. */
  referenceImages?: number
  referenceVideos?: number
  referenceAudios?: number
  documents?: number
  elements?: number
  scenes?: number
  keyframes?: number
  upscale?: boolean
  /** Faces in the media need the person's consent (409). */
  consent?: boolean
  /** The clip comes from a `download_url`, not from retrieve. */
  download?: boolean
  taskType?: boolean
  /** `bitrate_mode` is taken. */
  bitrate?: boolean
  /** A prompt may list shots: 3 to 15 s each, 15 s in all. */
  shots?: boolean
  /** At least one reference image, video, element or scene must come. */
  needsReference?: boolean
}

/** What a model costs and how long it takes. */
export interface Terms {
  /** µUSD a second of output at the cheapest resolution, without sound. */
  perSecond: number
  /** µUSD on top of every job. */
  base?: number
  /** Multiplies the rate, by resolution; 1 when not listed. */
  byResolution?: Record<string, number>
  /** Multiplies the whole when configurable sound is on. */
  withAudio?: number
  /** µUSD a second of reference video. */
  perReferenceSecond?: number
  /** Median time of a job, in ms at speed 1. */
  medianMs: number
}

export interface SandboxModel {
  entry: CatalogueEntry
  abilities: Abilities
  terms: Terms
  /** Sold past its date of removal: the list it stands in is older than that. */
  staysListed?: boolean
}

type Given = Partial<Omit<ModelSpec, 'constraints'>> & { name: string; constraints: Partial<Constraints> }

/** Fills in what most entries share: private, online, text to video, silent. */
export function sandboxModel(id: string, spec: Given, abilities: Abilities, terms: Terms): SandboxModel {
  const { constraints, ...rest } = spec
  const entry: CatalogueEntry = {
    created: 1_785_542_400,
    id,
    model_spec: {
      privacy: 'private',
      constraints: {
        model_type: 'text-to-video',
        aspect_ratios: ['16:9', '9:16', '1:1'],
        resolutions: ['480p', '720p', '1080p'],
        durations: ['5s', '10s'],
        audio: false,
        audio_configurable: false,
        audio_input: false,
        per_reference_audio: false,
        video_input: false,
        ...constraints,
      },
      model_sets: [],
      offline: false,
      traits: [],
      ...rest,
    },
    object: 'model',
    owned_by: 'squero-sandbox',
    type: 'video',
  }
  return { entry, abilities, terms }
}

/** `["3s", …, "15s"]`. */
export function secondsFrom(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, step) => `${first + step}s`)
}
