import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { factsLine, needsLabel } from '@/lib/models/describe'
import { digestCatalogue } from '@/lib/models/digest'
import { cheapestChoices, fitInput } from '@/lib/models/fit'
import { MEDIA_FIELDS } from '@/lib/models/offer'
import { isAsSource } from '@/lib/models/scale'

// An answer of GET /models?type=video; tests/models/real-catalogue.ts buys from each of its models.
const FILE = process.env.SQUERO_SANDBOX_MODELS ?? ''
const entries = FILE === '' ? [] : JSON.parse(readFileSync(FILE, 'utf8')).data
const offers = digestCatalogue(entries)

const title = FILE === '' ? 'a real catalogue: skipped, as SQUERO_SANDBOX_MODELS names none' : `the models of ${FILE}`

describe.skipIf(FILE === '')(title, () => {
  test('are offered, each once', () => {
    expect(offers).toHaveLength(entries.length)
    expect(new Set(offers.map(({ id }) => id)).size).toBe(entries.length)
  })

  test('are of kinds that are known', () => {
    expect(offers.filter(({ kind }) => kind === 'other').map(({ id }) => id)).toEqual([])
  })

  test('say what they cannot work without: text models nothing, all others something', () => {
    for (const offer of offers)
      expect([offer.id, needsLabel(offer) === 'A prompt']).toEqual([offer.id, offer.kind === 'text'])
    for (const { needs, needsOneOf, takes } of offers) {
      expect(MEDIA_FIELDS).toEqual(expect.arrayContaining([...needs, ...takes]))
      expect(takes).toEqual(expect.arrayContaining(needsOneOf))
    }
  })

  test('have fitting choices, with and without a form before', () => {
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

  test('can be priced without media, but for upscalers and those that follow their source', () => {
    const follows = offers.filter(
      ({ durations, upscaleFactors }) => durations.every(isAsSource) || upscaleFactors.length > 0,
    )
    expect(offers.filter((offer) => cheapestChoices(offer) === null)).toEqual(follows)
  })

  test('can each be told in a line', () => {
    for (const offer of offers) expect(factsLine(offer)).toMatch(/^[A-Z].* · .* · /)
  })
})
