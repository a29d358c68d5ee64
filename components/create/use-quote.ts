import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { PriceState } from '@/components/create/generate-state'
import { quoteQuery } from '@/components/create/quote-query'
import { NoAnswer } from '@/components/query/fetch-json'
import type { GenerationInput } from '@/lib/generations/input'
import { pricingKey, pricingOf } from '@/lib/generations/pricing-key'
import type { ModelOffer } from '@/lib/models/offer'

/** Between two questions while somebody runs through the choices, ms. */
const SETTLE = 250
/** An answer that takes longer is waited for in words, ms. */
const SLOW = 150

export interface Quoting {
  price: PriceState
  /** Asking again in the background. */
  asking: boolean
  ask: () => void
}

/** The live price of the form: of these inputs or of none. */
export function useQuote(input: GenerationInput, offer: ModelOffer): Quoting {
  const pricing = pricingOf(input)
  const key = pricingKey(pricing)
  const settled = useSettled(key)
  // An upscale is priced by the length of its source.
  const lacksSource = offer.kind === 'upscale' && pricing.video === null
  const priceable = !offer.offline && !lacksSource
  const { data, error, isFetching, refetch } = useQuery({
    ...quoteQuery(pricing),
    enabled: priceable && settled === key,
  })
  const slow = useSlow(data === undefined ? key : null)
  const ask = () => void refetch()
  return { price: stateOf(), asking: isFetching, ask }

  function stateOf(): PriceState {
    if (!priceable) return { kind: 'none' }
    if (error && !isFetching) return { kind: 'failed', sentence: sentenceOf(error) }
    return data ? { kind: 'priced', quote: data } : { kind: 'pricing', slow }
  }
}

const sentenceOf = (error: Error) => (error instanceof NoAnswer ? error.sentence : 'The price could not be read.')

/** Follows `key` at once after a pause, and through a run of changes only when it ends. */
function useSettled(key: string): string {
  const [settled, setSettled] = useState(key)
  const resting = useRef<ReturnType<typeof setTimeout> | null>(null)
  useEffect(() => {
    if (resting.current === null) setSettled(key)
    else clearTimeout(resting.current)
    resting.current = setTimeout(() => {
      resting.current = null
      setSettled(key)
    }, SETTLE)
  }, [key])
  return settled
}

/** Whether the wait for `key` has become long; null is no wait. */
function useSlow(key: string | null): boolean {
  const [slowKey, setSlowKey] = useState(key)
  useEffect(() => {
    if (key === null) return
    const timer = setTimeout(() => setSlowKey(key), SLOW)
    return () => clearTimeout(timer)
  }, [key])
  return key !== null && slowKey === key
}
