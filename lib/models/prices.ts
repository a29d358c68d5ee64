import 'server-only'
import type { Clock } from '@/lib/clock'
import { type Choices, cheapestChoices } from '@/lib/models/fit'
import type { Catalogue, ModelOffer, PriceHint } from '@/lib/models/offer'
import { pause } from '@/lib/pause'
import type { Venice } from '@/lib/venice/client'
import { VeniceError } from '@/lib/venice/errors'

/** Prices move by the week, and the form asks for its own. ms */
const FRESH = 6 * 3_600_000
/** 40 a minute leaves most of every limit to the person. ms */
const GAP = 1_500
/** More than 20 failures in 30 s block the key: a background hint must not come near. ms */
const GAP_AFTER_FAILURE = 10_000
/** After a 429 that names no time. ms */
const LIMITED_PAUSE = 60_000
/** Between two looks at what has grown old. ms */
const ROUND = 5 * 60_000
/** Failures in a row after which the rest waits for the next round. */
const MOST_FAILURES = 3

/** A hint with the exact inputs it is for. */
export interface PricedChoices extends PriceHint {
  pricingKey: string
}

export interface PriceStore {
  /** One hint for each model whose price is known. */
  all(): Promise<PriceHint[]>
  save(price: PricedChoices): Promise<void>
}

interface PriceWatchOptions {
  venice: Pick<Venice, 'quoteVideo'>
  prices: PriceStore
  now: Clock
  /** The key under which the form will look for this very price. */
  keyOf: (modelId: string, choices: Choices) => string
  /** ms; ends early when the signal says so. For tests. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>
}

export interface PriceWatch {
  /** Keeps the price hints fresh until `signal` stops it. Quotes are free. @throws what the store throws */
  run(read: () => Promise<Pick<Catalogue, 'models'>>, signal: AbortSignal): Promise<void>
}

/** Asks for each model's lowest price in the background, one at a time. */
export function createPriceWatch({ venice, prices, now, keyOf, wait = pause }: PriceWatchOptions): PriceWatch {
  /** Models Venice gave no price for, and when to ask again. */
  const refusedUntil = new Map<string, number>()

  async function priceDue(models: readonly ModelOffer[], signal: AbortSignal): Promise<void> {
    let failures = 0
    for (const offer of dueModels(models, await prices.all(), refusedUntil, now())) {
      if (signal.aborted || failures >= MOST_FAILURES) return
      const error = await priceOne(offer, signal)
      failures = error === null || isAboutModel(error) ? 0 : failures + 1
      await wait(gapAfter(error, now()), signal)
    }
  }

  async function priceOne(offer: ModelOffer, signal: AbortSignal): Promise<VeniceError | null> {
    const choices = cheapestChoices(offer)
    if (choices === null) return null
    try {
      const microUsd = await venice.quoteVideo({ model: offer.id, ...choices }, signal)
      await prices.save({ modelId: offer.id, microUsd, at: now(), pricingKey: keyOf(offer.id, choices) })
      return null
    } catch (error) {
      if (!(error instanceof VeniceError)) throw error
      if (isAboutModel(error)) refusedUntil.set(offer.id, now() + FRESH)
      return error
    }
  }

  return {
    async run(read, signal) {
      while (!signal.aborted) {
        const models = await modelsOf(read)
        await priceDue(models, signal)
        await wait(ROUND, signal)
      }
    },
  }
}

async function modelsOf(read: () => Promise<Pick<Catalogue, 'models'>>): Promise<readonly ModelOffer[]> {
  try {
    return (await read()).models
  } catch (error) {
    if (!(error instanceof VeniceError)) throw error
    // No catalogue yet: the next round looks again.
    return []
  }
}

/** Those that can be priced without media and whose hint is old; those without any hint first. */
function dueModels(
  models: readonly ModelOffer[],
  hints: readonly PriceHint[],
  refusedUntil: ReadonlyMap<string, number>,
  now: number,
): ModelOffer[] {
  const knownAt = new Map(hints.map(({ modelId, at }) => [modelId, at]))
  const isDue = ({ id }: ModelOffer) =>
    now - (knownAt.get(id) ?? Number.NEGATIVE_INFINITY) > FRESH && (refusedUntil.get(id) ?? 0) <= now
  return models
    .filter((offer) => !offer.offline && cheapestChoices(offer) !== null && isDue(offer))
    .sort((a, b) => (knownAt.get(a.id) ?? 0) - (knownAt.get(b.id) ?? 0))
}

function isAboutModel({ code }: VeniceError): boolean {
  return code === 'venice-invalid' || code === 'venice-not-found' || code === 'venice-region'
}

function gapAfter(error: VeniceError | null, now: number): number {
  if (error === null) return GAP
  if (error.code !== 'venice-limited') return GAP_AFTER_FAILURE
  return Math.max((error.retryAt ?? now + LIMITED_PAUSE) - now, GAP_AFTER_FAILURE)
}
