import type { GenerationInput } from '@/lib/generations/input'
import { type AssetMedium, type MediaInput, NO_MEDIA } from '@/lib/generations/media-input'
import type { SandboxModel } from '@/lib/sandbox/catalogue'

/** Files of the library. */
export interface Files {
  /** 1000 × 800 pixels: every model takes it. */
  image: AssetMedium
  /** 64 × 64 pixels: too small for some. */
  tiny: AssetMedium
  /** Five seconds. */
  video: AssetMedium
  /** Five seconds. */
  audio: AssetMedium
  /** 31 s: longer than an audio track may be. */
  long: AssetMedium
  document: AssetMedium
}

/** The least a model of the sandbox takes, read off its own entry and abilities: no code of the form knows of it. */
export function rightInput({ entry, abilities }: SandboxModel, files: Files): GenerationInput {
  const { constraints } = entry.model_spec
  return {
    modelId: entry.id,
    prompt: 'Mooring poles at dusk',
    negativePrompt: '',
    duration: constraints.durations[0] ?? '',
    resolution: abilities.upscale ? null : (constraints.resolutions[0] ?? null),
    aspectRatio: constraints.aspect_ratios[0] ?? null,
    audio: constraints.audio_configurable ? false : null,
    upscaleFactor: abilities.upscale ? 2 : null,
    bitrate: abilities.bitrate ? 'standard' : null,
    media: rightMedia({ entry, abilities }, files),
  }
}

function rightMedia({ abilities }: Pick<SandboxModel, 'entry' | 'abilities'>, files: Files): MediaInput {
  const { image, endImage, video, keyframes, needsReference, elements } = abilities
  return {
    ...NO_MEDIA,
    startImage: image === 'required' ? files.image : null,
    endImage: endImage === 'required' ? files.image : null,
    sourceVideo: video === 'required' ? files.video : null,
    keyframes: keyframes ? [{ image: files.image, frame: 0 }] : [],
    elements: needsReference && elements ? [{ frontal: files.image, views: [], video: null }] : [],
    referenceImages: needsReference && !elements ? [files.image] : [],
  }
}
