import { changeWords } from '@/components/create/words'
import type { GenerationInput } from '@/lib/generations/input'
import type { QuoteView } from '@/lib/generations/view'
import { formatUsd } from '@/lib/money/format'

/** A price that was on the button, with what it was for. */
export interface Priced {
  input: GenerationInput
  modelName: string
  quote: QuoteView
}

/** What moved the price, in two parts: the first is said louder. */
export interface PriceChange {
  amount: string
  since: string
}

/** From one price to the next: `Up $0.09` `since you turned Audio on`. */
export function priceChange(before: Priced, after: Priced): PriceChange {
  const same = before.quote.key === after.quote.key
  const since = same
    ? 'since the last quote: Venice changed it'
    : `since ${changeWords(before.input, after.input, after.modelName)}`
  return { amount: difference(before.quote.microUsd, after.quote.microUsd), since }
}

/** `Up $0.09`, `Down $0.02` or `Same price`. Amounts are µUSD. */
export function difference(before: number, after: number): string {
  if (before === after) return 'Same price'
  return `${after > before ? 'Up' : 'Down'} ${formatUsd(Math.abs(after - before))}`
}
