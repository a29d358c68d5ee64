import { sandboxModel, secondsFrom } from './entry'

const EVERY_ASPECT = ['16:9', '9:16', '1:1', '4:3', '3:4', '3:2', '2:3', '21:9', '9:21', '5:4', '4:5']

/** Models a prompt alone can drive. */
export const TEXT_MODELS = [
  sandboxModel(
    'lagoon-1-text-to-video',
    {
      name: 'Lagoon 1',
      model_sets: ['cinematic', 'audio', 'featured', 'venice_recommendations'],
      constraints: { durations: ['4s', '6s', '8s', '10s'], audio: true, audio_configurable: true },
    },
    {},
    { perSecond: 36_250, byResolution: { '720p': 1.6, '1080p': 2.75 }, withAudio: 1.35, medianMs: 16_000 },
  ),
  sandboxModel(
    'lagoon-1-fast-text-to-video',
    {
      name: 'Lagoon 1 Fast',
      privacy: 'anonymized',
      model_sets: ['fast', 'open_source'],
      constraints: { durations: ['3s', '5s', '8s'], resolutions: ['360p', '540p', '720p'] },
    },
    {},
    { perSecond: 1_183, byResolution: { '540p': 2.1, '720p': 3.7 }, medianMs: 8_000 },
  ),
  sandboxModel(
    'campanile-2-text-to-video',
    {
      name: 'Campanile 2',
      privacy: 'anonymized',
      model_sets: ['cinematic', 'audio', 'photorealistic', 'high_resolution'],
      constraints: {
        durations: ['4s', '6s', '8s'],
        resolutions: ['720p', '1080p'],
        aspect_ratios: ['16:9', '9:16'],
        audio: true,
      },
    },
    {},
    { perSecond: 117_499, byResolution: { '1080p': 1.5 }, medianMs: 26_000 },
  ),
  sandboxModel(
    'campanile-2-4k-text-to-video',
    {
      name: 'Campanile 2 4K',
      privacy: 'anonymized',
      model_sets: ['cinematic', 'audio', 'high_resolution'],
      constraints: {
        durations: ['4s', '6s', '8s'],
        resolutions: ['1080p', '1440p', '4k'],
        aspect_ratios: ['16:9', '9:16'],
        audio: true,
        audio_configurable: true,
      },
    },
    {},
    { perSecond: 182_333, byResolution: { '1440p': 1.4, '4k': 2.2 }, withAudio: 1.25, medianMs: 38_000 },
  ),
  sandboxModel(
    'tessera-3-text-to-video',
    {
      name: 'Tessera 3',
      model_sets: ['long_duration', 'uncensored'],
      constraints: {
        durations: secondsFrom(3, 15),
        resolutions: [],
        aspect_ratios: EVERY_ASPECT,
        prompt_character_limit: 20_000,
        new_thing: { modes: ['still', 'drift'], most: 3 },
      },
    },
    {},
    { perSecond: 22_417, base: 8_050, medianMs: 19_000 },
  ),
  sandboxModel(
    'vetro-mini-text-to-video',
    {
      name: 'Vetro Mini',
      model_sets: ['fast'],
      constraints: {
        durations: ['5s'],
        resolutions: ['256p', '360p'],
        aspect_ratios: [],
        prompt_character_limit: 1_000,
      },
    },
    {},
    { perSecond: 487, byResolution: { '360p': 1.85 }, medianMs: 8_500 },
  ),
  sandboxModel(
    'barena-1-text-to-video',
    {
      name: 'Barena 1',
      betaModel: true,
      model_sets: ['long_duration', 'audio', 'open_source'],
      constraints: { durations: ['5s', '10s', '15s', '20s', '30s'], resolutions: ['480p', '720p'], audio: true },
    },
    { download: true },
    { perSecond: 15_625, byResolution: { '720p': 1.9 }, medianMs: 30_000 },
  ),
  sandboxModel(
    'bora-imagine-text-to-video-private',
    {
      name: 'Bora Imagine Private',
      model_sets: ['photorealistic', 'audio'],
      constraints: {
        durations: secondsFrom(1, 15),
        resolutions: ['480p', '720p'],
        aspect_ratios: ['16:9', '4:3', '3:2', '1:1', '2:3', '3:4', '9:16'],
        audio: true,
        prompt_character_limit: 4_096,
      },
    },
    {},
    { perSecond: 51_010, byResolution: { '720p': 1.4 }, medianMs: 12_000 },
  ),
  sandboxModel(
    'orizzonte-world-1',
    {
      name: 'Orizzonte World',
      privacy: 'anonymized',
      betaModel: true,
      constraints: {
        model_type: 'world-to-video',
        durations: ['5s', '10s'],
        resolutions: ['720p'],
        aspect_ratios: ['16:9', '1:1'],
      },
    },
    { image: 'optional' },
    { perSecond: 64_900, medianMs: 22_000 },
  ),
]

/** Models on their way out, switched off or locked: a client must show them and must not send to them. */
export const TROUBLED_MODELS = [
  sandboxModel(
    'marea-1-text-to-video',
    {
      name: 'Marea 1',
      deprecation: { autoRemap: false, date: '2027-03-31T00:00:00.000Z', removesAt: '2027-03-31T00:00:00.000Z' },
      constraints: { resolutions: ['720p'], durations: ['4s', '8s', '12s'], audio: true },
    },
    {},
    { perSecond: 98_765, medianMs: 24_000 },
  ),
  sandboxModel(
    'marea-0-text-to-video',
    {
      name: 'Marea 0',
      offline: true,
      deprecation: { autoRemap: false, date: '2026-06-30T00:00:00.000Z', removesAt: '2026-06-30T00:00:00.000Z' },
      constraints: { resolutions: ['480p'], durations: ['4s'] },
    },
    {},
    { perSecond: 9_000, medianMs: 12_000 },
  ),
  sandboxModel(
    'squall-1-text-to-video',
    { name: 'Squall 1', privacy: 'anonymized', offline: true, constraints: { resolutions: ['720p'] } },
    {},
    { perSecond: 41_111, medianMs: 15_000 },
  ),
  sandboxModel(
    'levante-region-text-to-video',
    { name: 'Levante', privacy: 'anonymized', constraints: { resolutions: ['480p', '720p'] } },
    {},
    { perSecond: 30_303, byResolution: { '720p': 2 }, medianMs: 14_000 },
  ),
]
