import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { PriceState } from '@/components/create/generate-state'
import { quoteQuery } from '@/components/create/quote-query'
import { NoAnswer } from '@/components/query/fetch-json'
import type { GenerationInput } from '@/lib/generations/input'
import { pricingOf } from '@/lib/generations/pricing-key'

/** How long somebody looks at a clip before its price is asked for, ms: leafing through many asks for none. */
const DWELL_MS = 600

export interface Pricing {
  price: PriceState
  /** Somebody is about to press: asks for the price if nobody has. */
  near: () => void
}

/**
 * What a generation would cost now. Asked for once somebody stays with it; where the price is read from the source clip
 * itself, which is sent along for it, only once somebody comes near the button.
 * @param attended somebody looks at what shows the price; what nobody looks at asks for none
 */
export function usePrice(input: GenerationInput, attended: boolean): Pricing {
  const pricing = pricingOf(input)
  const dear = pricing.video !== null
  const [asked, ask] = useState(false)
  useEffect(() => {
    if (dear || !attended) return
    const timer = setTimeout(() => ask(true), DWELL_MS)
    return () => clearTimeout(timer)
  }, [dear, attended])
  const { data, error, isFetching } = useQuery({
    ...quoteQuery(pricing),
    refetchInterval: false,
    enabled: asked,
  })
  return { price: priceState(), near: () => ask(true) }

  function priceState(): PriceState {
    if (data) return { kind: 'priced', quote: data }
    if (!asked) return { kind: 'none' }
    if (error === null || isFetching) return { kind: 'pricing', slow: false }
    return { kind: 'failed', sentence: error instanceof NoAnswer ? error.sentence : 'The price could not be read.' }
  }
}
