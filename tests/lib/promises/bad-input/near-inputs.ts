import * as fc from 'fast-check'
import type { GenerationInput } from '@/lib/generations/input'
import type { MediaInput, Medium } from '@/lib/generations/media-input'

/** What the form would send: the shapes of everything it can hold, whatever the model. */

const text = fc.constantFrom('Mooring poles at dusk', 'Mist', '', 'مرحبا', '🚣🏽‍♀️ rows')
const count = fc.integer({ min: 0, max: 20_000_000 })
const seconds = fc.constantFrom(null, 0, 2, 5, 12.345, 300)

/** SHA-256, hexadecimal. */
export const hash = fc.constantFrom(...['0', 'a', 'f'].map((digit) => digit.repeat(64)))

export const uuid = fc.constantFrom('6f1c2b9e-0d3a-4f57-8b21-3c9d5e7a1f40', '018f3c7e-9b2a-7c41-a5d6-1e2f3a4b5c6d')

export const timeZone = fc.constantFrom('UTC', 'Europe/Rome', 'Asia/Kathmandu', '+05:30')

/** µUSD. */
export const amount = fc.constantFrom(0, 1, 12_345, 1_000_000, 1_000_000_000_000)

const asset: fc.Arbitrary<Medium> = fc.record({
  kind: fc.constant('asset' as const),
  hash,
  mime: fc.constantFrom('image/png', 'image/jpeg', 'video/mp4', 'audio/wav', 'application/pdf'),
  bytes: count,
  width: fc.constantFrom(null, 320, 1280),
  height: fc.constantFrom(null, 240, 720),
  seconds,
  name: text,
})

const address: fc.Arbitrary<Medium> = fc.record({
  kind: fc.constant('url' as const),
  url: fc.constantFrom('https://example.com/a.png', 'HTTP://example.com:8080/b?c=d#e', 'https://example.com/c-5s.mp4'),
  seconds,
})

const medium = fc.oneof(asset, address)
const maybe = fc.option(medium, { freq: 1 })
const some = fc.array(medium, { maxLength: 3 })

export const media: fc.Arbitrary<MediaInput> = fc.record({
  startImage: maybe,
  endImage: maybe,
  sourceVideo: maybe,
  audioTrack: maybe,
  referenceImages: some,
  referenceVideos: some,
  referenceAudio: some,
  referenceDocument: maybe,
  elements: fc.array(fc.record({ frontal: maybe, views: some, video: maybe }), { maxLength: 2 }),
  sceneImages: some,
  keyframes: fc.array(fc.record({ image: medium, frame: fc.nat({ max: 240 }) }), { maxLength: 2 }),
  task: fc.constantFrom(null, 'auto', 'edit'),
})

export const input: fc.Arbitrary<GenerationInput> = fc.record({
  modelId: fc.constantFrom('vetro-mini-text-to-video', 'nitido-video-upscale'),
  prompt: text,
  negativePrompt: text,
  duration: fc.constantFrom('5s', '10s', 'Auto', '-1'),
  resolution: fc.constantFrom(null, '720p', '4k'),
  aspectRatio: fc.constantFrom(null, '16:9', 'adaptive'),
  audio: fc.constantFrom(null, true, false),
  upscaleFactor: fc.constantFrom(null, 1, 2, 4),
  bitrate: fc.constantFrom(null, 'standard', 'high'),
  media,
})
