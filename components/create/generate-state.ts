import type { InputField } from '@/lib/generations/input-field'
import type { QuoteView } from '@/lib/generations/view'
import type { ModelOffer } from '@/lib/models/offer'
import type { CapRefusal } from '@/lib/money/cap-refusal'

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
  /** `capped`: a cap stands in the way, and can be changed. */
  | { kind: 'blocked'; microUsd: number | null; pricing: boolean; reason: string; capped: boolean }
  | { kind: 'pricing'; slow: boolean }
  | { kind: 'moved'; quote: QuoteView }
  | { kind: 'ready'; quote: QuoteView }

export type FieldErrors = Partial<Record<InputField, string>>

interface Facts {
  offer: ModelOffer
  price: PriceState
  errors: FieldErrors
  /** What is still on its way into the form; null when nothing is. */
  waits: string | null
  /** The cap that this price does not fit under. */
  cap: CapRefusal | null
  /** The price on the button while the press is under way, µUSD; null when none is. */
  sendingMicroUsd: number | null
  /** The price that was found at the last press to have moved. */
  moved: QuoteView | null
}

/** One state of the button out of everything that is known; what stands in the way is said first. */
export function generateState({ offer, price, errors, waits, cap, sendingMicroUsd, moved }: Facts): GenerateState {
  if (sendingMicroUsd !== null) return { kind: 'sending', microUsd: sendingMicroUsd }
  const reason = unusable(offer, price) ?? waits ?? cap?.sentence ?? Object.values(errors)[0] ?? null
  if (reason !== null) {
    const microUsd = price.kind === 'priced' ? price.quote.microUsd : null
    return { kind: 'blocked', microUsd, pricing: price.kind === 'pricing', reason, capped: reason === cap?.sentence }
  }
  if (price.kind !== 'priced') return { kind: 'pricing', slow: price.kind === 'pricing' && price.slow }
  return { kind: moved?.key === price.quote.key ? 'moved' : 'ready', quote: price.quote }
}

/** What comes before all that is still to be typed: with it, nothing in the form helps. */
function unusable(offer: ModelOffer, price: PriceState): string | null {
  if (offer.offline) return 'This model is offline at Venice. Choose another one.'
  return price.kind === 'failed' ? price.sentence : null
}
