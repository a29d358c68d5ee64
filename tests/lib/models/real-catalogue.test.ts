import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { factsLine } from '@/lib/models/describe'
import { digestCatalogue } from '@/lib/models/digest'
import { cheapestChoices, fitInput } from '@/lib/models/fit'
import type { ModelOffer } from '@/lib/models/offer'

const FILE = resolve(import.meta.dirname, '../../../../shared/venice/models-video.json')
const here = existsSync(FILE)
const offers = here ? digestCatalogue(JSON.parse(readFileSync(FILE, 'utf8')).data) : []

const seconds = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => `${from + i}s`)

function model(id: string): ModelOffer {
  const found = offers.find((offer) => offer.id === id)
  if (!found) throw new Error(`${id} is not in the catalogue`)
  return found
}

const title = here
  ? 'the real catalogue of July 2026'
  : `the real catalogue: skipped, as ${FILE} is not on this machine`

describe.skipIf(!here)(title, () => {
  test('gives 96 models, each once', () => {
    expect(offers).toHaveLength(96)
    expect(new Set(offers.map(({ id }) => id)).size).toBe(96)
  })

  test('by kind', () => {
    const count = (kind: string) => offers.filter((offer) => offer.kind === kind).length
    expect(
      Object.fromEntries(
        ['text', 'image', 'transition', 'reference', 'video', 'upscale', 'other'].map((kind) => [kind, count(kind)]),
      ),
    ).toEqual({
      text: 37,
      image: 40,
      transition: 2,
      reference: 10,
      video: 6,
      upscale: 1,
      other: 0,
    })
  })

  test('text models, and only they, work without media', () => {
    for (const { kind, needs, id } of offers) expect([id, needs.length === 0]).toEqual([id, kind === 'text'])
  })

  test('a text model with every choice', () => {
    expect(model('veo3.1-fast-text-to-video')).toEqual({
      id: 'veo3.1-fast-text-to-video',
      name: 'Veo 3.1 Fast',
      kind: 'text',
      durations: ['4s', '6s', '8s'],
      resolutions: ['720p', '1080p', '4k'],
      aspectRatios: ['16:9', '9:16'],
      upscaleFactors: [],
      sound: 'optional',
      promptLimit: 2500,
      promptRequired: true,
      needs: [],
      takes: [],
      privacy: 'anonymized',
      offline: false,
      beta: false,
      uncensored: false,
      deprecation: null,
      createdAt: expect.any(Number),
    })
  })

  test('an image model without a choice of shape or size', () => {
    expect(model('kling-o3-pro-image-to-video')).toMatchObject({
      kind: 'image',
      durations: seconds(3, 15),
      resolutions: [],
      aspectRatios: [],
      sound: 'optional',
      needs: ['Start image'],
      takes: ['End image'],
    })
  })

  test('a model with a long prompt, kept private', () => {
    expect(model('grok-imagine-text-to-video-private')).toMatchObject({
      kind: 'text',
      durations: seconds(1, 15),
      aspectRatios: ['16:9', '4:3', '3:2', '1:1', '2:3', '3:4', '9:16'],
      sound: 'always',
      promptLimit: 4096,
      privacy: 'private',
    })
  })

  test('a model with a short prompt and no sound', () => {
    expect(model('runway-gen4-5-text')).toMatchObject({
      kind: 'text',
      promptLimit: 1000,
      sound: 'none',
      resolutions: [],
    })
  })

  test('a transition', () => {
    expect(model('pixverse-c1-transition')).toMatchObject({
      kind: 'transition',
      needs: ['Start image', 'End image'],
      takes: [],
    })
  })

  test('a reference model in beta', () => {
    expect(model('kling-o3-pro-reference-to-video')).toMatchObject({
      kind: 'reference',
      beta: true,
      needs: ['Elements'],
    })
  })

  test('references with a track', () => {
    expect(model('wan-2-7-text-to-video')).toMatchObject({ takes: ['Audio track'], uncensored: true })
    expect(model('happyhorse-1-1-reference-to-video')).toMatchObject({
      needs: ['Reference images'],
      takes: ['Reference audio'],
    })
  })

  test('an edit that follows its source', () => {
    expect(model('wan-2-7-video-to-video')).toMatchObject({
      kind: 'video',
      durations: ['Auto'],
      needs: ['Source video'],
    })
  })

  test('the upscaler', () => {
    expect(model('topaz-video-upscale')).toMatchObject({
      kind: 'upscale',
      durations: ['Auto'],
      resolutions: [],
      upscaleFactors: [1, 2, 4],
    })
  })

  test('a model that leaves', () => {
    expect(model('sora-2-pro-text-to-video')).toMatchObject({
      resolutions: ['720p', '1080p', 'true_1080p'],
      deprecation: { date: '2026-09-24T00:00:00.000Z', removesAt: '2026-09-24T00:00:00.000Z' },
    })
    expect(offers.filter(({ deprecation }) => deprecation !== null)).toHaveLength(4)
  })

  test('every model has fitting choices, with and without a form before it', () => {
    for (const before of offers) {
      for (const after of offers) {
        const fitted = fitInput(fitInput(null, before), after)
        expect(after.durations).toContain(fitted.duration)
        expect(fitted.resolution === null).toBe(after.resolutions.length === 0)
        expect(fitted.aspectRatio === null).toBe(after.aspectRatios.length === 0)
        expect(fitted.audio === null).toBe(after.sound !== 'optional')
      }
    }
  })

  test('all but the upscaler and the edits that follow their source can be priced without media', () => {
    const unpriced = offers.filter((offer) => cheapestChoices(offer) === null).map(({ id }) => id)
    expect(unpriced).toEqual([
      'wan-2-7-video-to-video',
      'happyhorse-1-0-video-to-video',
      'kling-v3-pro-motion-control',
      'kling-v3-standard-motion-control',
      'topaz-video-upscale',
    ])
  })

  test('every model can be told in a line', () => {
    for (const offer of offers) expect(factsLine(offer)).toMatch(/^[A-Z].* · .* · /)
    expect(factsLine(model('ltx-2-v2-3-fast-image-to-video'))).toBe('Image · 6–20 s · to 2160p · sound optional')
    expect(factsLine(model('kling-2.5-turbo-pro-image-to-video'))).toBe('Image + end image · 5, 10 s · no sound')
  })
})
