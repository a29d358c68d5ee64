import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cheapestChoices, fitInput } from '@/lib/models/fit'
import { offer } from './offers'

const before = {
  duration: '8s',
  resolution: '1080p',
  aspectRatio: '9:16',
  audio: false,
  upscaleFactor: null,
  bitrate: null,
} as const

describe('choices when the model changes', () => {
  test('stay where the model takes them', () => {
    expect(fitInput(before, offer({ durations: ['5s', '8s'] }))).toEqual(before)
  })

  test('are the usual ones where there were none', () => {
    expect(
      fitInput(
        null,
        offer({ durations: ['3s', '5s', '8s'], resolutions: ['480p', '720p'], aspectRatios: ['1:1', '16:9'] }),
      ),
    ).toEqual({
      duration: '5s',
      resolution: '720p',
      aspectRatio: '16:9',
      audio: true,
      upscaleFactor: null,
      bitrate: null,
    })
  })

  test('are the first where the usual ones are not offered', () => {
    const fitted = fitInput(null, offer({ resolutions: ['1080p', '1440p'], aspectRatios: ['1:1', '9:16'] }))
    expect(fitted).toMatchObject({ resolution: '1080p', aspectRatio: '1:1' })
  })

  test.each([
    ['8s', ['5s', '10s'], '10s'],
    ['7s', ['5s', '9s'], '5s'],
    ['7s', ['9s', '5s'], '5s'],
    ['20s', ['4s', '6s'], '6s'],
    ['8s', ['Auto'], 'Auto'],
    ['Auto', ['4s', '6s', 'Auto'], 'Auto'],
    ['Auto', ['4s', '6s'], '4s'],
    ['8s', ['Auto', '3s'], '3s'],
    ['8s', ['1 gen'], '1 gen'],
  ])('a duration of %s becomes the nearest of %j: %s', (duration, durations, expected) => {
    expect(fitInput({ ...before, duration }, offer({ durations })).duration).toBe(expected)
  })

  test('are left out where the model has none', () => {
    const bare = offer({ resolutions: [], aspectRatios: [], sound: 'always' })
    expect(fitInput(before, bare)).toMatchObject({
      resolution: null,
      aspectRatio: null,
      audio: null,
      upscaleFactor: null,
    })
  })

  test('of bitrate stay where there is one, and are the standard one where there was none', () => {
    expect(fitInput({ ...before, bitrate: 'high' }, offer({ bitrate: true })).bitrate).toBe('high')
    expect(fitInput(before, offer({ bitrate: true })).bitrate).toBe('standard')
    expect(fitInput({ ...before, bitrate: 'high' }, offer()).bitrate).toBeNull()
  })

  test('come back with sound on when a silent model made them forget it', () => {
    expect(fitInput({ ...before, audio: null }, offer()).audio).toBe(true)
  })

  test('of an upscaler start at twice the size', () => {
    const upscaler = offer({ upscaleFactors: [1, 2, 4], resolutions: [], sound: 'none' })
    expect(fitInput(before, upscaler).upscaleFactor).toBe(2)
    expect(fitInput({ ...before, upscaleFactor: 4 }, upscaler).upscaleFactor).toBe(4)
  })

  test('are always among what the model offers', () => {
    const words = fc.array(fc.string(), { maxLength: 4 })
    const offers = fc.record({
      durations: fc.array(fc.string(), { minLength: 1 }),
      resolutions: words,
      aspectRatios: words,
    })
    fc.assert(
      fc.property(offers, fc.string(), fc.string(), (change, duration, resolution) => {
        const fitted = fitInput({ ...before, duration, resolution }, offer(change))
        expect(change.durations).toContain(fitted.duration)
        expect(change.resolutions.length === 0 ? [null] : change.resolutions).toContain(fitted.resolution)
        expect(change.aspectRatios.length === 0 ? [null] : change.aspectRatios).toContain(fitted.aspectRatio)
      }),
    )
  })
})

describe('the cheapest choices', () => {
  test('are shortest, smallest and silent', () => {
    const model = offer({ durations: ['10s', '5s'], resolutions: ['4k', '1080p', '720p'] })
    expect(cheapestChoices(model)).toEqual({
      duration: '5s',
      resolution: '720p',
      aspectRatio: '16:9',
      audio: false,
      upscaleFactor: null,
    })
  })

  test('are unknown where the source decides the length', () => {
    expect(cheapestChoices(offer({ durations: ['Auto'] }))).toBeNull()
    expect(cheapestChoices(offer({ durations: ['-1'] }))).toBeNull()
    expect(cheapestChoices(offer({ durations: ['5s'], upscaleFactors: [1, 2] }))).toBeNull()
    expect(cheapestChoices(offer({ durations: ['Auto', '4s'] }))?.duration).toBe('4s')
  })
})
