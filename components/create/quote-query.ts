import { queryOptions } from '@tanstack/react-query'
import { fetchJson, NoAnswer } from '@/components/query/fetch-json'
import { keys } from '@/components/query/keys'
import { systemClock } from '@/lib/clock'
import { type Pricing, pricingKey } from '@/lib/generations/pricing-key'
import { quotePath } from '@/lib/generations/quote-path'
import type { QuoteAnswer, QuoteView } from '@/lib/generations/view'

/** A price on the button is asked for again when it is this old, ms. */
const FRESH = 60_000
/** After no price came, ms: the studio may be back in a moment, and the form should not stay shut. */
const AGAIN = 6_000
/** However clocks differ, not asked for more often than this, ms. */
const PAUSE = 15_000

/** The price of an input. Two inputs with the same price share it; changing the input aborts the question. */
export function quoteQuery(pricing: Pricing) {
  const queryKey = keys.quote(pricingKey(pricing))
  return queryOptions({
    queryKey,
    queryFn: async ({ client, signal }): Promise<QuoteView> => {
      const again = client.getQueryData(queryKey) !== undefined
      const answer = await fetchJson<QuoteAnswer>(quotePath(pricing, { fresh: again }), signal)
      if (!answer.ok) throw new NoAnswer(answer.sentence)
      return answer.quote
    },
    retry: false,
    staleTime: FRESH,
    refetchInterval: ({ state }) => (state.status === 'error' ? AGAIN : untilStale(state.data)),
  })
}

/** The studio may answer with a price that has an age already. ms. */
function untilStale(quote: QuoteView | undefined): number {
  if (!quote) return FRESH
  return Math.min(FRESH, Math.max(PAUSE, FRESH - (systemClock() - quote.at)))
}
