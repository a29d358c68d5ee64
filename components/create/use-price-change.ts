import { useState } from 'react'
import type { PriceState } from '@/components/create/generate-state'
import { difference, type PriceChange, type Priced, priceChange } from '@/components/create/price-change'
import type { Outcome } from '@/components/create/use-submit'
import { changeWords } from '@/components/create/words'
import type { GenerationInput } from '@/lib/generations/input'
import type { ModelOffer } from '@/lib/models/offer'
import { formatUsd } from '@/lib/money/format'

/** What moved the price on the button, or what it was while the new one is on its way. */
export function usePriceChange(
  price: PriceState,
  input: GenerationInput,
  offer: ModelOffer,
  outcome: Outcome,
): PriceChange | null {
  const [last, setLast] = useState<Priced | null>(null)
  const [change, setChange] = useState<PriceChange | null>(null)

  if (price.kind === 'priced' && price.quote !== last?.quote) {
    const next = { input, modelName: offer.name, quote: price.quote }
    setLast(next)
    if (last && isNews(last, next)) setChange(priceChange(last, next))
  }

  if (price.kind === 'pricing' && last) {
    return {
      amount: `Was ${formatUsd(last.quote.microUsd)}`,
      since: `before ${changeWords(last.input, input, offer.name)}`,
    }
  }
  if (price.kind !== 'priced') return null
  if (outcome.kind === 'moved') {
    return {
      amount: difference(outcome.wasMicroUsd, outcome.quote.microUsd),
      since: 'since you pressed: Venice changed it',
    }
  }
  return change
}

/** The same price quoted again is none. */
function isNews(before: Priced, after: Priced): boolean {
  return before.quote.key !== after.quote.key || before.quote.microUsd !== after.quote.microUsd
}
