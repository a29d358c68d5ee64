import 'server-only'
import { inputShape } from '@/lib/generations/input'
import type { Generation } from '@/lib/generations/store'
import { pricingRequest } from '@/lib/generations/wire'
import type { Works } from '@/lib/generations/works'

/** The price of a row's input now, µUSD; null when Venice does not say. */
export async function priceOfRow(works: Pick<Works, 'venice'>, row: Generation): Promise<number | null> {
  const input = inputShape.parse(row.input)
  return works.venice.quoteVideo(pricingRequest(input), AbortSignal.timeout(10_000)).catch(() => null)
}
