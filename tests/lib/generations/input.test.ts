import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type GenerationInput, inputSchemaFor } from '@/lib/generations/input'
import { NO_MEDIA } from '@/lib/generations/media-input'
import { videoRequest } from '@/lib/generations/wire'
import type { ModelOffer } from '@/lib/models/offer'
import { readCatalogue } from '@/lib/models/server'
import { toQueueBody } from '@/lib/venice/request'
import { openTestStudio } from '@/tests/support/studio'

let studio: Awaited<ReturnType<typeof openTestStudio>>
let models: ModelOffer[]

beforeAll(async () => {
  studio = await openTestStudio(1000)
  await studio.control.set('balance', { usd: 1_000_000 })
  models = (await readCatalogue()).models
})
afterAll(() => studio.account.sandbox?.close())

// What no catalogue can tell: this one answers 403 wherever one is.
const REGION_LOCKED = 'levante-region-text-to-video'

const usable = () =>
  models.filter(
    ({ id, needs, needsOneOf, offline }) => needs.length + needsOneOf.length === 0 && !offline && id !== REGION_LOCKED,
  )

/** What the sandbox, whose rules share no code with the form's, says to a body: whether it takes it. */
async function sandboxTakes(input: GenerationInput): Promise<boolean> {
  await studio.control.forgetLimits()
  const response = await fetch(`${studio.account.access.baseUrl}/video/queue`, {
    method: 'POST',
    headers: { authorization: 'Bearer sandbox', 'content-type': 'application/json' },
    body: JSON.stringify(toQueueBody(videoRequest(input))),
  })
  const said = await response.text()
  if (response.status !== 200 && response.status !== 400) throw new Error(`${response.status} ${said}`)
  return response.status === 200
}

const anyOf = (offered: readonly string[], strange: readonly string[]) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...(offered.length > 0 ? offered : [null])) },
    fc.constantFrom(...strange, null),
  )

function inputsOf(offer: ModelOffer): fc.Arbitrary<GenerationInput> {
  const words = (limit: number) =>
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom('Mist', 'مرحبا', '🚣🏽‍♀️ rows', '<b>"\'', 'a\nb', 'x'.repeat(limit)) },
      fc.constantFrom('', ' ', '\n', 'x'.repeat(limit + 1), '🚣'.repeat(Math.ceil((limit + 1) / 2))),
    )
  return fc.record({
    modelId: fc.constant(offer.id),
    prompt: words(offer.promptLimit),
    negativePrompt: fc.oneof(fc.constant(''), words(offer.promptLimit)),
    duration: anyOf(offer.durations, ['1s', '30s', 'Auto', '5', '']).map((value) => value ?? ''),
    resolution: anyOf(offer.resolutions, ['720p', '4k', '100p', '']),
    aspectRatio: anyOf(offer.aspectRatios, ['16:9', '21:9', '7:3', '']),
    audio: fc.constantFrom(true, false, null),
    upscaleFactor: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, fc.constantFrom(1, 2)),
    bitrate: offer.bitrate ? fc.constantFrom('standard', 'high') : fc.constant(null),
    media: fc.constant(NO_MEDIA),
  })
}

describe('the form and the strict sandbox', () => {
  it('there are at least seven models that a prompt alone can drive', () => {
    expect(usable().length).toBeGreaterThanOrEqual(7)
  })

  it('every body the form lets through is taken', async () => {
    for (const offer of usable()) {
      const schema = inputSchemaFor(offer)
      const samples = fc
        .sample(inputsOf(offer), { numRuns: 400, seed: 7 })
        .filter((input) => schema.safeParse(input).success)
      expect(samples.length, offer.id).toBeGreaterThan(5)
      for (const input of samples.slice(0, 12)) expect(await sandboxTakes(input), JSON.stringify(input)).toBe(true)
    }
  })

  it('every offered choice is one the sandbox takes', async () => {
    for (const offer of usable()) {
      for (const input of everyChoice(offer)) {
        expect(inputSchemaFor(offer).safeParse(input).success, JSON.stringify(input)).toBe(true)
        expect(await sandboxTakes(input), JSON.stringify(input)).toBe(true)
      }
    }
  })

  it('every refusal is a sentence about one field', () => {
    for (const offer of usable()) {
      const schema = inputSchemaFor(offer)
      for (const input of fc.sample(inputsOf(offer), { numRuns: 300, seed: 11 })) {
        for (const issue of schema.safeParse(input).error?.issues ?? []) {
          expect(issue.path).toHaveLength(1)
          expect(issue.message).toMatch(/^[A-Z].*\.$/)
        }
      }
    }
  })
})

/** Each offered value once, the others at their first. */
function everyChoice(offer: ModelOffer): GenerationInput[] {
  const base: GenerationInput = {
    modelId: offer.id,
    prompt: 'Each in turn',
    negativePrompt: 'people',
    duration: offer.durations[0] ?? '',
    resolution: offer.resolutions[0] ?? null,
    aspectRatio: offer.aspectRatios[0] ?? null,
    audio: offer.sound === 'optional' ? true : null,
    upscaleFactor: null,
    bitrate: offer.bitrate ? 'standard' : null,
    media: NO_MEDIA,
  }
  return [
    base,
    ...offer.durations.map((duration) => ({ ...base, duration })),
    ...offer.resolutions.map((resolution) => ({ ...base, resolution })),
    ...offer.aspectRatios.map((aspectRatio) => ({ ...base, aspectRatio })),
    ...(offer.sound === 'optional' ? [{ ...base, audio: false }] : []),
  ]
}
