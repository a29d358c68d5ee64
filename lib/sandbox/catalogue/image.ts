import { sandboxModel, secondsFrom } from './entry'

/** Models that begin from pictures. */
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
