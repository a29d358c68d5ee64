import { mediaWords } from '@/components/create/words'
import type { GenerationInput } from '@/lib/generations/input'
import type { QuoteView } from '@/lib/generations/view'
import type { ModelOffer } from '@/lib/models/offer'

/** How the price of the inputs in the form stands. */
export type PriceState =
  /** Nothing to ask: the model needs media that is not there. */
  | { kind: 'none' }
  /** `slow` once the answer takes long enough to say so. */
  | { kind: 'pricing'; slow: boolean }
  | { kind: 'priced'; quote: QuoteView }
  | { kind: 'failed'; sentence: string }

/** What the Generate button is at this moment. */
export type GenerateState =
  | { kind: 'sending'; microUsd: number }
  | { kind: 'blocked'; microUsd: number | null; pricing: boolean; reason: string }
  | { kind: 'pricing'; slow: boolean }
  | { kind: 'moved'; quote: QuoteView }
  | { kind: 'ready'; quote: QuoteView }

export type FieldErrors = Partial<Record<keyof GenerationInput, string>>

interface Facts {
  offer: ModelOffer
  price: PriceState
  errors: FieldErrors
  /** The price on the button while the press is under way, µUSD; null when none is. */
  sendingMicroUsd: number | null
  /** The price that was found at the last press to have moved. */
  moved: QuoteView | null
}

/** One state of the button out of everything that is known; what stands in the way is said first. */
export function generateState({ offer, price, errors, sendingMicroUsd, moved }: Facts): GenerateState {
  if (sendingMicroUsd !== null) return { kind: 'sending', microUsd: sendingMicroUsd }
  const reason = obstacle(offer, price, errors)
  if (reason !== null) {
    const microUsd = price.kind === 'priced' ? price.quote.microUsd : null
    return { kind: 'blocked', microUsd, pricing: price.kind === 'pricing', reason }
  }
  if (price.kind !== 'priced') return { kind: 'pricing', slow: price.kind === 'pricing' && price.slow }
  return { kind: moved?.key === price.quote.key ? 'moved' : 'ready', quote: price.quote }
}

function obstacle(offer: ModelOffer, price: PriceState, errors: FieldErrors): string | null {
  if (offer.offline) return 'This model is offline at Venice. Choose another one.'
  if (offer.needs.length > 0) return `This model needs ${mediaWords(offer.needs)}, which Squero can’t take yet.`
  // Before what is still to be typed: without a price nothing in the form helps.
  if (price.kind === 'failed') return price.sentence
  return Object.values(errors)[0] ?? null
}
