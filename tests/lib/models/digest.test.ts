import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digestCatalogue } from '@/lib/models/digest'
import { MEDIA_FIELDS, type ModelOffer } from '@/lib/models/offer'
import { entry } from './offers'

/** The offer of one entry. */
function digestOne(value: unknown): ModelOffer {
  const [only, ...others] = digestCatalogue([value])
  if (!only || others.length > 0) throw new Error('not one offer')
  return only
}

const TEXT = { model_type: 'text-to-video', durations: ['5s'], resolutions: [], aspect_ratios: [] }
const IMAGE = { ...TEXT, model_type: 'image-to-video' }
const VIDEO = { ...TEXT, model_type: 'video', video_input: true }

describe('the kind of a model and the media it works from', () => {
  test.each([
    ['some-text-to-video', TEXT, 'text', [], []],
    ['some-image-to-video', IMAGE, 'image', ['Start image'], []],
    ['kling-o3-pro-image-to-video', IMAGE, 'image', ['Start image'], ['End image']],
    ['kling-2.6-pro-image-to-video-basic', IMAGE, 'image', ['Start image'], ['End image']],
    ['pixverse-v5.6-transition', IMAGE, 'transition', ['Start image', 'End image'], []],
    ['unheard-of-2-transition', IMAGE, 'transition', ['Start image', 'End image'], []],
    ['unheard-of-keyframes-to-video', IMAGE, 'image', ['Keyframes'], []],
    ['unheard-of-keyframes', TEXT, 'text', ['Keyframes'], []],
    ['vidu-q3-text-to-video', TEXT, 'text', [], ['Reference images']],
    ['runway-gen4-aleph', VIDEO, 'video', ['Source video'], []],
    ['topaz-video-upscale', { ...VIDEO, resolutions: ['2x', '4x'] }, 'upscale', ['Source video'], []],
    ['kling-v3-pro-motion-control', VIDEO, 'video', ['Start image', 'Source video'], []],
    ['from-the-future', { ...TEXT, model_type: 'dream-to-video' }, 'other', [], MEDIA_FIELDS],
    ['says-nothing', {}, 'other', [], MEDIA_FIELDS],
  ])('%s', (id, constraints, kind, needs, takes) => {
    expect(digestOne(entry(id, constraints))).toMatchObject({ id, kind, needs, needsOneOf: [], takes })
  })

  test.each([
    ['unheard-of-reference-to-video', ['Reference images'], []],
    ['unheard-of-r2v', ['Reference images'], []],
    ['grok-imagine-reference-to-video-private', ['Reference images'], []],
    ['unheard-of-elements-reference-to-video', ['Reference images', 'Elements'], []],
    ['wan-3-0-reference-to-video', ['Reference images'], ['Reference document']],
    ['seedance-2-5-reference-to-video', ['Reference images', 'Reference videos'], ['Reference audio']],
    ['kling-o3-pro-reference-to-video', ['Start image', 'Reference images', 'Elements', 'Scene images'], ['End image']],
  ])('%s begins from one reference at least, its choice', (id, needsOneOf, besides) => {
    const offered = digestOne(entry(id, IMAGE))
    expect(offered).toMatchObject({ kind: 'reference', needs: [], needsOneOf })
    expect(offered.takes).toEqual(MEDIA_FIELDS.filter((field) => [...needsOneOf, ...besides].includes(field)))
  })

  test('limits come from hints, else from the API’s own', () => {
    expect(digestOne(entry('seedance-2-5-reference-to-video', IMAGE))).toMatchObject({
      most: { 'Reference images': 30 },
      clips: { least: 2, most: 30, together: 150 },
      tasks: true,
      imageTags: 'angle',
    })
    expect(digestOne(entry('unheard-of-reference-to-video', IMAGE))).toMatchObject({
      most: {},
      clips: { least: 2, most: 15, together: 15 },
      tasks: false,
      imageTags: null,
    })
  })

  test('a reference model that follows its source takes a task', () => {
    expect(digestOne(entry('a-reference-to-video', { ...IMAGE, durations: ['5s', '-1'] })).tasks).toBe(true)
    expect(digestOne(entry('a-video-to-video', { ...VIDEO, durations: ['Auto'] })).tasks).toBe(false)
  })

  test('what pictures must be like', () => {
    const limits = {
      reference_image_min_short_side_pixels: 300,
      reference_image_min_aspect_ratio: 0.4,
      reference_image_max_aspect_ratio: 2.5,
    }
    expect(digestOne(entry('a', { ...IMAGE, ...limits })).pictures).toEqual({
      shortSide: 300,
      minRatio: 0.4,
      maxRatio: 2.5,
    })
    expect(digestOne(entry('a', { ...IMAGE, reference_image_min_short_side_pixels: -1 })).pictures).toEqual({
      shortSide: null,
      minRatio: null,
      maxRatio: null,
    })
  })

  test('what the catalogue states about media is taken as stated', () => {
    expect(digestOne(entry('a', { ...TEXT, audio_input: true })).takes).toEqual(['Audio track'])
    expect(digestOne(entry('a', { ...TEXT, video_input: true })).takes).toEqual(['Source video'])
    expect(
      digestOne(entry('a-reference-to-video', { ...IMAGE, video_input: true, per_reference_audio: true })).takes,
    ).toEqual(['Reference images', 'Reference videos', 'Reference audio'])
    expect(digestOne(entry('a', { ...IMAGE, per_reference_audio: true })).takes).toEqual([])
    expect(digestOne(entry('a-reference-to-video', { ...IMAGE, aspect_ratios: ['16:9', 'adaptive'] })).takes).toEqual([
      'Reference images',
      'Reference videos',
    ])
  })
})

describe('choices', () => {
  test('come in the order and spelling of the API, once each', () => {
    const constraints = {
      ...TEXT,
      durations: ['10s', '5s', '10s'],
      resolutions: ['1080p', '720p'],
      aspect_ratios: ['16:9'],
    }
    expect(digestOne(entry('a', constraints))).toMatchObject({
      durations: ['10s', '5s'],
      resolutions: ['1080p', '720p'],
      aspectRatios: ['16:9'],
      upscaleFactors: [],
    })
  })

  test('of an upscaler are factors, not resolutions, and no prompt is asked for', () => {
    const constraints = { ...VIDEO, durations: ['Auto'], resolutions: ['2x', '4x'] }
    expect(digestOne(entry('topaz-video-upscale', constraints))).toMatchObject({
      durations: ['Auto'],
      resolutions: [],
      upscaleFactors: [1, 2, 4],
      promptRequired: false,
    })
  })

  test('of a model that edits video stay resolutions', () => {
    expect(digestOne(entry('a', { ...VIDEO, resolutions: ['720p', '2x'] }))).toMatchObject({
      kind: 'video',
      resolutions: ['720p', '2x'],
      upscaleFactors: [],
      promptRequired: true,
    })
  })

  test('that are missing leave the model usable: a duration must be sent', () => {
    expect(digestOne({ id: 'a' })).toMatchObject({ durations: ['5s', '10s'], resolutions: [], aspectRatios: [] })
  })

  test.each([
    [false, false, 'none'],
    [false, true, 'none'],
    [true, false, 'always'],
    [true, true, 'optional'],
  ])('audio %s, configurable %s: %s', (audio, audio_configurable, sound) => {
    expect(digestOne(entry('a', { ...TEXT, audio, audio_configurable })).sound).toBe(sound)
  })

  test.each([
    [undefined, 2500],
    [4096, 4096],
    [0, 2500],
    [-1, 2500],
    [12.5, 2500],
    ['4096', 2500],
  ])('a prompt limit of %j is %i', (prompt_character_limit, limit) => {
    expect(digestOne(entry('a', { ...TEXT, prompt_character_limit })).promptLimit).toBe(limit)
  })
})

describe('facts', () => {
  test('are told', () => {
    const spec = {
      name: ' Veo 9 ',
      privacy: 'private',
      offline: true,
      betaModel: true,
      model_sets: ['uncensored'],
      deprecation: { autoRemap: false, date: '2026-09-24T00:00:00.000Z', removesAt: '2026-10-01' },
    }
    expect(digestOne(entry('a', TEXT, spec))).toMatchObject({
      name: 'Veo 9',
      privacy: 'private',
      offline: true,
      beta: true,
      uncensored: true,
      deprecation: { date: '2026-09-24T00:00:00.000Z', removesAt: '2026-10-01T00:00:00.000Z' },
      createdAt: 1_775_088_000_000,
    })
  })

  test('that are nonsense are absent', () => {
    const spec = {
      name: 5,
      privacy: 'secret',
      offline: 'no',
      betaModel: 1,
      uncensored: null,
      deprecation: { date: 'soon' },
    }
    expect(digestOne(entry('a', TEXT, spec))).toMatchObject({
      name: 'a',
      privacy: 'unknown',
      offline: false,
      beta: false,
      uncensored: false,
      deprecation: null,
    })
  })

  test('of a deprecation with one date only', () => {
    const told = (deprecation: unknown) => digestOne(entry('a', TEXT, { deprecation })).deprecation
    expect(told({ date: '2026-09-24' })).toEqual({ date: '2026-09-24T00:00:00.000Z', removesAt: null })
    expect(told({ removesAt: '2026-09-24' })).toEqual({
      date: '2026-09-24T00:00:00.000Z',
      removesAt: '2026-09-24T00:00:00.000Z',
    })
  })
})

describe('what is no model', () => {
  test.each([null, undefined, {}, 'text', 5, { data: [] }])('%j is an empty catalogue', (junk) => {
    expect(digestCatalogue(junk)).toEqual([])
  })

  test('is skipped, the rest stays', () => {
    const list = [null, 7, 'a', [], {}, { id: '' }, { id: 5 }, { id: 'x'.repeat(300) }, entry('a', TEXT)]
    expect(digestCatalogue(list).map(({ id }) => id)).toEqual(['a'])
  })

  test('of two entries with one id one is offered', () => {
    expect(digestCatalogue([entry('a', TEXT), entry('a', IMAGE)])).toHaveLength(1)
  })

  test('never throws, and every offer can be used by the form', () => {
    const keys = [
      'model_type',
      'durations',
      'resolutions',
      'aspect_ratios',
      'audio',
      'prompt_character_limit',
      'video_input',
    ]
    const constraints = fc.dictionary(fc.constantFrom(...keys), fc.jsonValue())
    const spec = fc.dictionary(
      fc.constantFrom('name', 'privacy', 'offline', 'model_sets', 'deprecation', 'new'),
      fc.jsonValue(),
    )
    const model = fc.tuple(fc.string(), constraints, spec).map(([id, told, facts]) => entry(id, told, facts))
    fc.assert(
      fc.property(fc.array(fc.oneof(model, fc.jsonValue(), fc.anything())), (list) => {
        for (const offered of digestCatalogue(list)) {
          expect(offered.durations.length).toBeGreaterThan(0)
          expect(offered.promptLimit).toBeGreaterThan(0)
          expect(offered.needs.filter((field) => offered.takes.includes(field))).toEqual([])
          expect(JSON.parse(JSON.stringify(offered))).toEqual(offered)
        }
      }),
      { numRuns: 500 },
    )
  })
})
