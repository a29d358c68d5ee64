import { expect, test } from 'vitest'
import {
  aspectRatioLabel,
  durationLabel,
  factsLine,
  lengthLabel,
  mediaLabel,
  needsLabel,
  privacyLabel,
  resolutionsLabel,
  soundLabel,
  upscaleLabel,
} from '@/lib/models/describe'
import type { ModelOffer } from '@/lib/models/offer'
import { bySize, linesOf } from '@/lib/models/scale'
import { offer } from './offers'

const REFERENCES = 'Reference images, reference audio'

test.each([
  ['5s', '5 s'],
  ['30s', '30 s'],
  ['Auto', 'As the source'],
  ['auto', 'As the source'],
  ['-1', 'As the source'],
  ['1 gen', '1 gen'],
])('the duration %s reads %s', (duration, words) => expect(durationLabel(duration)).toBe(words))

test.each([
  [['6s', '8s', '10s', '20s'], '6–20 s'],
  [['3s', '5s', '8s'], '3, 5, 8 s'],
  [['10s', '5s'], '5, 10 s'],
  [['8s'], '8 s'],
  [['Auto'], 'As the source'],
  [['4s', '6s', 'auto'], '4, 6 s, As the source'],
  [['1 gen'], '1 gen'],
  [[], ''],
])('the lengths %j read %s', (durations, words) => expect(lengthLabel(durations)).toBe(words))

test.each([
  [['4k', '720p', '1080p'], '720p – 4k'],
  [['1080p', '720p'], '720p, 1080p'],
  [['720p'], '720p'],
  [['1080p', '720p', 'true_1080p'], '720p – 1080p, true'],
  [['768P', '2K'], '768P, 2K'],
  [[], 'Fixed'],
])('the resolutions %j read %s', (resolutions, words) => {
  expect(resolutionsLabel({ resolutions, upscaleFactors: [] })).toBe(words)
})

test('an upscaler tells its factors', () => {
  expect(resolutionsLabel({ resolutions: [], upscaleFactors: [1, 2, 4] })).toBe('Same size, 2×, 4×')
  expect(upscaleLabel(2)).toBe('2×')
})

test.each([
  [{ needs: [], takes: [] }, 'Text'],
  [{ needs: [], takes: ['Audio track'] }, 'Text, audio track'],
  [{ needs: ['Start image'], takes: ['End image'] }, 'Image + end image'],
  [{ needs: ['Start image'], takes: ['Audio track'] }, 'Image, audio track'],
  [{ needs: ['Source video'], takes: [], promptRequired: false }, 'Video'],
  [{ needs: ['Elements'], takes: ['Start image', 'End image'] }, 'Elements, image + end image'],
  [{ needs: [], needsOneOf: ['Reference images'], takes: ['Reference images', 'Reference audio'] }, REFERENCES],
] satisfies [Partial<ModelOffer>, string][])('media %j read %s', (media, words) => {
  expect(mediaLabel(offer(media))).toBe(words)
})

test.each([
  [{ needs: [] }, 'A prompt'],
  [{ needs: ['Start image', 'End image'] }, 'Start image, End image'],
  [{ needsOneOf: ['Reference images', 'Elements'] }, 'Reference images or Elements'],
] satisfies [Partial<ModelOffer>, string][])('what %j cannot do without reads %s', (media, words) => {
  expect(needsLabel(offer(media))).toBe(words)
})

test('a model in one line', () => {
  expect(factsLine(offer())).toBe('Text · 5, 10 s · to 1080p · sound optional')
  expect(factsLine(offer({ resolutions: [], sound: 'none' }))).toBe('Text · 5, 10 s · no sound')
  expect(factsLine(offer({ resolutions: [], upscaleFactors: [1, 2, 4], durations: ['Auto'], sound: 'none' }))).toBe(
    'Text · As the source · to 4× · no sound',
  )
  expect(factsLine(offer({ resolutions: ['720p'], sound: 'always' }))).toBe('Text · 5, 10 s · 720p · sound always')
})

test('single words', () => {
  expect([soundLabel('none'), soundLabel('always'), soundLabel('optional')]).toEqual(['None', 'Always', 'Optional'])
  expect([privacyLabel('private'), privacyLabel('anonymized')]).toEqual(['Private', 'Anonymized'])
  expect([aspectRatioLabel('16:9'), aspectRatioLabel('adaptive')]).toEqual(['16:9', 'As the source'])
})

test('resolutions in order of size, unknown ones last', () => {
  const all = ['4k', 'vast', '2x', 'true_1080p', '2K', '256p', '768P', '2160p', '1440p']
  expect(bySize(all)).toEqual(['256p', '768P', 'true_1080p', '2K', '1440p', '4k', '2160p', 'vast', '2x'])
  expect([linesOf('2K'), linesOf('4k'), linesOf('vast')]).toEqual([1440, 2160, null])
})
