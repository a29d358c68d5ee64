import 'server-only'
import * as z from 'zod/mini'
import { studioVenice } from '@/lib/account-venice'
import { systemClock } from '@/lib/clock'
import { causeOf } from '@/lib/errors'
import { fillPricing } from '@/lib/generations/fill-files'
import { groundMedium } from '@/lib/generations/ground-media'
import { choicesFor } from '@/lib/generations/input'
import { fieldOfPath } from '@/lib/generations/input-field'
import { mediaFolder } from '@/lib/generations/media-folder'
import { type Pricing, pricingKey } from '@/lib/generations/pricing-key'
import type { QuoteQuestion } from '@/lib/generations/quote-query'
import type { QuoteAnswer, QuoteView } from '@/lib/generations/view'
import { addressIssue } from '@/lib/generations/web-address'
import { formFieldOf, pricingRequest } from '@/lib/generations/wire'
import { log } from '@/lib/log'
import { findOffer, priceStore } from '@/lib/models/server'
import { once } from '@/lib/once'
import { VeniceError } from '@/lib/venice/errors'
import { fieldOfIssue } from '@/lib/venice/request'

/** A price younger than this is given again without asking, ms. */
const FRESH = 60_000
/** Kept at most; the oldest goes. */
const REMEMBERED = 500

const remembered = once('quotes', () => new Map<string, QuoteView>())

/** Prices of one key are not those of another. */
export function forgetQuotes(): void {
  remembered.clear()
}

/**
 * The price of what an address asks, in µUSD, as Venice says it now or said it within the last minute. Free.
 * @param options.fresh ask even when a young price is remembered
 */
export async function answerQuote(
  question: QuoteQuestion,
  options: { signal: AbortSignal; fresh?: boolean },
): Promise<QuoteAnswer> {
  const video = await videoOf(question)
  if (video === 'missing') {
    return { ok: false, sentence: 'The clip is not in the library any more. Choose another one.', field: 'sourceVideo' }
  }
  return quoteGeneration({ ...question, video }, options)
}

async function videoOf({ video }: QuoteQuestion): Promise<Pricing['video'] | 'missing'> {
  if (video === null) return null
  if ('url' in video) return { kind: 'url', url: video.url, seconds: null }
  return (await groundMedium(video.hash)) ?? 'missing'
}

/** The same, of facts that are known to be true. */
export async function quoteGeneration(
  pricing: Pricing,
  options: { signal: AbortSignal; fresh?: boolean },
): Promise<QuoteAnswer> {
  const refusal = await refuse(pricing)
  if (refusal) return refusal
  const young = options.fresh ? null : knownQuote(pricing, FRESH)
  if (young) return { ok: true, quote: young }
  try {
    return { ok: true, quote: await askPrice(pricing, options.signal) }
  } catch (error) {
    if (error instanceof VeniceError) return { ok: false, sentence: error.sentence, field: fieldOf(error) }
    throw error
  }
}

/** The price Venice gave within the last `maxAge` ms, or null. */
export function knownQuote(pricing: Pricing, maxAge: number): QuoteView | null {
  const known = remembered.get(pricingKey(pricing))
  if (!known) return null
  const age = systemClock() - known.at
  // A price from the future was remembered before the clock was set back: nobody knows its age.
  return age >= 0 && age <= maxAge ? known : null
}

/**
 * Asks Venice for the price and remembers it.
 * @throws VeniceError
 */
export async function askPrice(pricing: Pricing, signal: AbortSignal): Promise<QuoteView> {
  const venice = await studioVenice()
  const request = await fillPricing(await mediaFolder(), pricingRequest(pricing))
  const microUsd = await venice.quoteVideo(request, signal)
  const quote = { key: pricingKey(pricing), microUsd, at: systemClock() }
  remembered.delete(quote.key)
  remembered.set(quote.key, quote)
  if (remembered.size > REMEMBERED) remembered.delete(remembered.keys().next().value ?? '')
  keepForPicker(pricing.modelId, quote)
  return quote
}

/** Only what a price depends on is judged: a prompt that is still being typed is no reason to hide the price. */
async function refuse(pricing: Pricing): Promise<QuoteAnswer | null> {
  const offer = await findOffer(pricing.modelId)
  if (!offer)
    return { ok: false, sentence: 'Venice does not list this model now. Choose another one.', field: 'modelId' }
  if (offer.offline)
    return { ok: false, sentence: 'This model is offline at Venice. Choose another one.', field: 'modelId' }
  const wrong = pricing.video?.kind === 'url' ? addressIssue(pricing.video.url) : null
  if (wrong !== null) return { ok: false, sentence: wrong, field: 'sourceVideo' }
  const issue = z.object(choicesFor(offer)).safeParse(pricing).error?.issues[0]
  return issue ? { ok: false, sentence: issue.message, field: fieldOfPath(issue.path) } : null
}

/** A hint for the picker: not waited for, and no harm when it is not written. */
function keepForPicker(modelId: string, { key, microUsd, at }: QuoteView): void {
  priceStore
    .save({ modelId, pricingKey: key, microUsd, at })
    .catch((error: unknown) => log.warn({ cause: causeOf(error) }, 'a price could not be kept for the picker'))
}

/** The form's field that an error of the vendor is about. */
function fieldOf(error: VeniceError) {
  const field = fieldOfIssue(error.issues[0])
  return field && formFieldOf(field)
}
