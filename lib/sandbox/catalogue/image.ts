import { sandboxModel, secondsFrom } from './entry'

/** Models that begin from pictures. Reference models call themselves `image-to-video` too, as the API's do. */
export const IMAGE_MODELS = [
  sandboxModel(
    'lagoon-1-image-to-video',
    {
      name: 'Lagoon 1',
      model_sets: ['cinematic', 'audio', 'featured'],
      constraints: {
        model_type: 'image-to-video',
        aspect_ratios: [],
        durations: ['4s', '6s', '8s', '10s'],
        audio: true,
        audio_configurable: true,
        reference_image_min_short_side_pixels: 300,
        reference_image_min_aspect_ratio: 0.4,
        reference_image_max_aspect_ratio: 2.5,
      },
    },
    { image: 'required' },
    { perSecond: 37_125, byResolution: { '720p': 1.6, '1080p': 2.75 }, withAudio: 1.35, medianMs: 17_000 },
  ),
  sandboxModel(
    'lagoon-1-transition',
    {
      name: 'Lagoon 1 Transition',
      constraints: {
        model_type: 'image-to-video',
        aspect_ratios: ['16:9', '9:16', '1:1', '4:3', '3:4'],
        resolutions: ['360p', '540p', '720p'],
        durations: ['5s', '8s'],
      },
    },
    { image: 'required', endImage: 'required' },
    { perSecond: 28_750, byResolution: { '540p': 1.3, '720p': 1.75 }, medianMs: 18_000 },
  ),
  sandboxModel(
    'barena-1-image-to-video',
    {
      name: 'Barena 1',
      model_sets: ['long_duration', 'open_source'],
      constraints: {
        model_type: 'image-to-video',
        aspect_ratios: [],
        resolutions: ['480p', '720p'],
        durations: ['5s', '10s', '15s', '20s', '30s'],
      },
    },
    { image: 'required', endImage: 'optional', download: true },
    { perSecond: 16_250, byResolution: { '720p': 1.9 }, medianMs: 32_000 },
  ),
  sandboxModel(
    'traghetto-keyframes-image-to-video',
    {
      name: 'Traghetto Keyframes',
      constraints: {
        model_type: 'image-to-video',
        aspect_ratios: ['16:9', '9:16'],
        resolutions: ['720p'],
        durations: secondsFrom(4, 12),
      },
    },
    { keyframes: 10 },
    { perSecond: 43_210, medianMs: 21_000 },
  ),
  sandboxModel(
    'voce-1-image-to-video',
    {
      name: 'Voce 1',
      privacy: 'anonymized',
      model_sets: ['audio'],
      constraints: {
        model_type: 'image-to-video',
        aspect_ratios: [],
        resolutions: ['480p', '720p'],
        durations: ['5s', '10s', '15s'],
        audio: true,
        audio_input: true,
      },
    },
    { image: 'required', audioUrl: true },
    { perSecond: 55_550, byResolution: { '720p': 1.7 }, medianMs: 23_000 },
  ),
]

export const REFERENCE_MODELS = [
  sandboxModel(
    'murano-2-reference-to-video',
    {
      name: 'Murano 2 Reference',
      privacy: 'anonymized',
      model_sets: ['photorealistic'],
      constraints: {
        model_type: 'image-to-video',
        aspect_ratios: ['16:9', '9:16', '1:1', '4:3', '3:4', '21:9', '9:21', '5:4', '4:5'],
        resolutions: ['720p', '1080p'],
        durations: secondsFrom(3, 15),
        audio: true,
        per_reference_audio: true,
        reference_image_min_short_side_pixels: 400,
      },
    },
    { referenceImages: 9, referenceAudios: 3, documents: 1, needsReference: true },
    { perSecond: 71_428, byResolution: { '1080p': 1.8 }, medianMs: 28_000 },
  ),
  sandboxModel(
    'maschera-o3-reference-to-video',
    {
      name: 'Maschera O3 Reference',
      privacy: 'anonymized',
      betaModel: true,
      model_sets: ['cinematic', 'audio'],
      constraints: {
        model_type: 'image-to-video',
        resolutions: [],
        durations: secondsFrom(3, 15),
        audio: true,
        audio_configurable: true,
      },
    },
    {
      image: 'optional',
      endImage: 'optional',
      elements: 4,
      scenes: 4,
      referenceImages: 7,
      needsReference: true,
      shots: true,
    },
    { perSecond: 84_000, withAudio: 1.5, medianMs: 34_000 },
  ),
  sandboxModel(
    'corteo-2-reference-to-video',
    {
      name: 'Corteo 2 Reference',
      privacy: 'anonymized',
      model_sets: ['cinematic', 'long_duration'],
      constraints: {
        model_type: 'image-to-video',
        aspect_ratios: ['16:9', '9:16', '1:1', '4:3', '3:4', '21:9', 'adaptive'],
        resolutions: ['480p', '720p', '1080p'],
        durations: [...secondsFrom(4, 15), '-1'],
        audio: true,
        audio_configurable: true,
        prompt_character_limit: 20_000,
        reference_image_min_short_side_pixels: 300,
        reference_image_min_aspect_ratio: 0.4,
        reference_image_max_aspect_ratio: 2.5,
      },
    },
    {
      referenceImages: 9,
      referenceVideos: 3,
      referenceAudios: 3,
      needsReference: true,
      consent: true,
      taskType: true,
      bitrate: true,
    },
    {
      perSecond: 62_913,
      byResolution: { '720p': 2.1, '1080p': 4.6 },
      withAudio: 1.1,
      perReferenceSecond: 38_777,
      medianMs: 36_000,
    },
  ),
]
