import 'server-only'
import type { UsageEntry } from '@/lib/venice/answers'
import { usageEntryShape } from '@/lib/venice/wire'

/** What an entry of the usage history says, as it came or as it was kept; null when it cannot be read. */
export function readUsageEntry(told: unknown): Omit<UsageEntry, 'body'> | null {
  const parsed = usageEntryShape.safeParse(told)
  if (!parsed.success) return null
  const { sku, currency, amount: amountMicro, timestamp: at, notes, pricePerUnitUsd, units } = parsed.data
  const priced = pricePerUnitUsd !== null && units !== null
  const priceMicroUsd = priced ? Math.round(Math.abs(pricePerUnitUsd * units) * 1_000_000) : null
  return { sku, currency, amountMicro, at, notes, priceMicroUsd }
}
