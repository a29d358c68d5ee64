import 'server-only'
import type { Pricing } from '@/lib/generations/pricing-key'
import { askPrice, knownQuote } from '@/lib/generations/quote'
import type { QuoteView, SubmitResult } from '@/lib/generations/view'
import { VeniceError } from '@/lib/venice/errors'

/** A price this young is the price; an older one is asked for again before it is paid. ms. */
const PRICE_IS_FRESH = 60_000
/** How long that question may hold Generate up, ms; then the last price known counts, if it is not older than: */
const QUOTE_PATIENCE = 1500
const PRICE_IS_KNOWN = 10 * 60_000

/** The price to compare with the button's. A stalled quote never holds Generate up for long. */
export async function priceNow(pricing: Pricing): Promise<QuoteView | SubmitResult> {
  const fresh = knownQuote(pricing, PRICE_IS_FRESH)
  if (fresh) return fresh
  try {
    return await askPrice(pricing, AbortSignal.timeout(QUOTE_PATIENCE))
  } catch (error) {
    if (!(error instanceof VeniceError)) throw error
    const known = knownQuote(pricing, PRICE_IS_KNOWN)
    if (known) return known
    return { kind: 'refused', sentence: `${error.sentence} Without a price nothing is bought; nothing was spent.` }
  }
}
