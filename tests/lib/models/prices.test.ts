import { describe, expect, test } from 'vitest'
import type { ModelOffer, PriceHint } from '@/lib/models/offer'
import { createPriceWatch, type PricedChoices } from '@/lib/models/prices'
import { VeniceError } from '@/lib/venice/errors'
import type { PricingRequest } from '@/lib/venice/request'
import { offer } from './offers'

const HOUR = 3_600_000
const START = 100 * HOUR
const named = (...ids: string[]) => ids.map((id) => offer({ id }))

interface Run {
  models: ModelOffer[]
  hints?: PriceHint[]
  /** After so many waits the watch is stopped. */
  waits: number
  quote?: (request: PricingRequest, now: number) => number
}

/** Runs the watch on a clock that only its own waiting moves. */
async function watch({ models, hints = [], waits, quote = () => 100_000 }: Run) {
  let now = START
  const asked: { model: string; at: number; request: PricingRequest }[] = []
  const saved: PricedChoices[] = []
  const waited: number[] = []
  const stop = new AbortController()
  let running = 0
  const prices = createPriceWatch({
    venice: {
      async quoteVideo(request) {
        expect(++running).toBe(1)
        asked.push({ model: request.model, at: now - START, request })
        await Promise.resolve()
        running--
        return quote(request, now)
      },
    },
    prices: {
      all: async () => [...hints, ...saved],
      save: async (price) => void saved.push(price),
    },
    now: () => now,
    keyOf: (modelId, choices) => JSON.stringify([modelId, choices.duration]),
    wait: async (ms) => {
      waited.push(ms)
      now += ms
      if (waited.length >= waits) stop.abort()
    },
  })
  await prices.run(async () => ({ models }), stop.signal)
  return { asked, saved, waited, ids: asked.map(({ model }) => model) }
}

const fail = (code: ConstructorParameters<typeof VeniceError>[0], retryAt: number | null = null) => {
  throw new VeniceError(code, 'No.', { retryAt })
}

describe('prices in the background', () => {
  test('are asked for at the cheapest settings, one at a time, 1.5 s apart', async () => {
    const { asked, saved } = await watch({ models: named('a', 'b', 'c'), waits: 3 })
    expect(asked.map(({ model, at }) => [model, at])).toEqual([
      ['a', 0],
      ['b', 1500],
      ['c', 3000],
    ])
    expect(asked[0]?.request).toEqual({
      model: 'a',
      duration: '5s',
      resolution: '720p',
      aspectRatio: '16:9',
      audio: false,
      upscaleFactor: null,
    })
    expect(saved[0]).toEqual({ modelId: 'a', microUsd: 100_000, at: START, pricingKey: '["a","5s"]' })
  })

  test('are left alone for six hours, then refreshed', async () => {
    const hints = [
      { modelId: 'young', microUsd: 1, at: START - 6 * HOUR },
      { modelId: 'old', microUsd: 1, at: START - 6 * HOUR - 1 },
    ]
    const { ids } = await watch({ models: named('young', 'old', 'new'), hints, waits: 2 })
    expect(ids).toEqual(['new', 'old'])
  })

  test('are not asked for where the source decides, or the model is offline', async () => {
    const models = [
      offer({ id: 'edit', durations: ['Auto'], needs: ['Source video'] }),
      offer({ id: 'upscale', upscaleFactors: [1, 2] }),
      offer({ id: 'asleep', offline: true }),
      offer({ id: 'image', needs: ['Start image'] }),
    ]
    expect((await watch({ models, waits: 3 })).ids).toEqual(['image'])
  })

  test('wait out a limit for as long as Venice says', async () => {
    const quote = ({ model }: PricingRequest, now: number) => (model === 'a' ? fail('venice-limited', now + 45_000) : 1)
    const { waited, ids } = await watch({ models: named('a', 'b'), waits: 3, quote })
    expect(ids).toEqual(['a', 'b'])
    expect(waited).toEqual([45_000, 1500, 300_000])
  })

  test('wait a minute where Venice does not say', async () => {
    const { waited } = await watch({ models: named('a'), waits: 2, quote: () => fail('venice-limited') })
    expect(waited).toEqual([60_000, 300_000])
  })

  test('that a model refuses are not asked for again before six hours', async () => {
    const { ids } = await watch({ models: named('a'), waits: 74, quote: () => fail('venice-invalid') })
    expect(ids).toEqual(['a', 'a'])
  })

  test('give up a round after three failures in a row', async () => {
    const models = named('a', 'b', 'c', 'd')
    const { ids, waited } = await watch({ models, waits: 4, quote: () => fail('venice-unreachable') })
    expect(ids).toEqual(['a', 'b', 'c'])
    expect(waited).toEqual([10_000, 10_000, 10_000, 300_000])
  })

  test('stop with the signal', async () => {
    expect((await watch({ models: named('a', 'b', 'c'), waits: 1 })).ids).toEqual(['a'])
  })

  test('carry on where there is no catalogue yet', async () => {
    const stop = new AbortController()
    const prices = createPriceWatch({
      venice: { quoteVideo: async () => 1 },
      prices: { all: async () => [], save: async () => {} },
      now: () => START,
      keyOf: () => 'key',
      wait: async () => stop.abort(),
    })
    await prices.run(async () => fail('venice-unreachable'), stop.signal)
    expect(stop.signal.aborted).toBe(true)
  })

  test('end at once when stopped while waiting for real', async () => {
    const stop = new AbortController()
    const prices = createPriceWatch({
      venice: { quoteVideo: async () => 1 },
      prices: { all: async () => [], save: async () => stop.abort() },
      now: () => START,
      keyOf: () => 'key',
    })
    await prices.run(async () => ({ models: named('a', 'b') }), stop.signal)
    expect(stop.signal.aborted).toBe(true)
  })
})
