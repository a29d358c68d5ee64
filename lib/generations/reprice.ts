import 'server-only'
import { fillPricing } from '@/lib/generations/fill-files'
import { inputShape } from '@/lib/generations/input'
import { pricingOf } from '@/lib/generations/pricing-key'
import type { Generation } from '@/lib/generations/store'
import { pricingRequest } from '@/lib/generations/wire'
import type { Works } from '@/lib/generations/works'

/** The price of a row's input now, µUSD; null when Venice does not say, or a file it is priced by is gone. */
export async function priceOfRow(works: Pick<Works, 'venice' | 'folder'>, row: Generation): Promise<number | null> {
  const input = inputShape.parse(row.input)
  const ask = async () => {
    const request = await fillPricing(works.folder, pricingRequest(pricingOf(input)))
    return works.venice.quoteVideo(request, AbortSignal.timeout(10_000))
  }
  return ask().catch(() => null)
}
