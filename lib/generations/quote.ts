import 'server-only'
import { studioVenice } from '@/lib/account-venice'
import { systemClock } from '@/lib/clock'
import { causeOf } from '@/lib/errors'
import { type GenerationInput, inputSchemaFor } from '@/lib/generations/input'
import { pricingKey } from '@/lib/generations/pricing-key'
import type { QuoteAnswer, QuoteView } from '@/lib/generations/view'
import { pricingRequest } from '@/lib/generations/wire'
import { log } from '@/lib/log'
import { findOffer, priceStore } from '@/lib/models/server'
import { once } from '@/lib/once'
import { VeniceError } from '@/lib/venice/errors'
import { fieldOfIssue, type RequestField } from '@/lib/venice/request'

/** A price younger than this is given again without asking, ms. */
const FRESH = 60_000
/** Kept at most; the oldest goes. */
const REMEMBERED = 500

const remembered = once('quotes', () => new Map<string, QuoteView>())

/**
 * The price of an input, in µUSD, as Venice says it now or said it within the last minute. Free.
 * @param options.fresh ask even when a young price is remembered
 */
export async function quoteGeneration(
  input: GenerationInput,
  options: { signal: AbortSignal; fresh?: boolean },
): Promise<QuoteAnswer> {
  const refusal = await refuse(input)
  if (refusal) return refusal
  const young = options.fresh ? null : knownQuote(input, FRESH)
  if (young) return { ok: true, quote: young }
  try {
    return { ok: true, quote: await askPrice(input, options.signal) }
  } catch (error) {
    if (error instanceof VeniceError) return { ok: false, sentence: error.sentence, field: fieldOf(error) }
    throw error
  }
}

/** The price Venice gave within the last `maxAge` ms, or null. */
export function knownQuote(input: GenerationInput, maxAge: number): QuoteView | null {
  const known = remembered.get(pricingKey(input))
  if (!known) return null
  const age = systemClock() - known.at
  // A price from the future was remembered before the clock was set back: nobody knows its age.
  return age >= 0 && age <= maxAge ? known : null
}

/**
 * Asks Venice for the price and remembers it.
 * @throws VeniceError
 */
export async function askPrice(input: GenerationInput, signal: AbortSignal): Promise<QuoteView> {
  const venice = await studioVenice()
  const microUsd = await venice.quoteVideo(pricingRequest(input), signal)
  const quote = { key: pricingKey(input), microUsd, at: systemClock() }
  remembered.delete(quote.key)
  remembered.set(quote.key, quote)
  if (remembered.size > REMEMBERED) remembered.delete(remembered.keys().next().value ?? '')
  keepForPicker(input.modelId, quote)
  return quote
}

/** Only what a price depends on is judged: a prompt that is still being typed is no reason to hide the price. */
async function refuse(input: GenerationInput): Promise<QuoteAnswer | null> {
  const offer = await findOffer(input.modelId)
  if (!offer)
    return { ok: false, sentence: 'Venice does not list this model now. Choose another one.', field: 'modelId' }
  if (offer.offline)
    return { ok: false, sentence: 'This model is offline at Venice. Choose another one.', field: 'modelId' }
  const judged = inputSchemaFor(offer).safeParse({ ...input, prompt: 'priced', negativePrompt: '' })
  const issue = judged.error?.issues[0]
  return issue ? { ok: false, sentence: issue.message, field: inputField(issue.path[0]) } : null
}

/** A hint for the picker: not waited for, and no harm when it is not written. */
function keepForPicker(modelId: string, { key, microUsd, at }: QuoteView): void {
  priceStore
    .save({ modelId, pricingKey: key, microUsd, at })
    .catch((error: unknown) => log.warn({ cause: causeOf(error) }, 'a price could not be kept for the picker'))
}

const FIELDS: Record<RequestField, keyof GenerationInput> = {
  model: 'modelId',
  prompt: 'prompt',
  negativePrompt: 'negativePrompt',
  duration: 'duration',
  resolution: 'resolution',
  aspectRatio: 'aspectRatio',
  audio: 'audio',
  upscaleFactor: 'upscaleFactor',
}

/** The form's field that an error of the vendor is about. */
function fieldOf(error: VeniceError): keyof GenerationInput | null {
  const field = fieldOfIssue(error.issues[0])
  return field && FIELDS[field]
}

const INPUT_FIELDS = new Set(Object.values(FIELDS))

function inputField(name: unknown): keyof GenerationInput | null {
  return [...INPUT_FIELDS].find((field) => field === name) ?? null
}
