import { sandboxModel } from './entry'

/** Models that take footage and give footage back. */
export const VIDEO_MODELS = [
  sandboxModel(
    'lagoon-1-video-to-video',
    {
      name: 'Lagoon 1 Edit',
      constraints: {
        model_type: 'video',
        aspect_ratios: [],
        resolutions: ['480p', '720p'],
        durations: ['Auto'],
        video_input: true,
      },
    },
    { video: 'required', referenceImages: 1 },
    { perSecond: 58_000, byResolution: { '720p': 1.5 }, medianMs: 29_000 },
  ),
  sandboxModel(
    'passo-1-motion-control',
    {
      name: 'Passo 1 Motion Control',
      privacy: 'anonymized',
      constraints: {
        model_type: 'video',
        aspect_ratios: [],
        resolutions: [],
        durations: ['Auto'],
        video_input: true,
      },
    },
    { image: 'required', video: 'required', consent: true },
    { perSecond: 77_777, medianMs: 33_000 },
  ),
  sandboxModel(
    'nitido-video-upscale',
    {
      name: 'Nitido Upscale',
      privacy: 'private',
      constraints: {
        model_type: 'video',
        aspect_ratios: [],
        resolutions: ['2x', '4x'],
        durations: ['Auto'],
        video_input: true,
      },
    },
    { video: 'required', upscale: true },
    { perSecond: 12_345, byResolution: { '2x': 2, '4x': 6.5 }, medianMs: 20_000 },
  ),
]
