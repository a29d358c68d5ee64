import type { Answer } from '../answer'
import type { UsageEntry } from './usage'

/** A page of the history as the CSV export gives it; the cursor goes into a header. @param now ms since 1970 */
export function csv(entries: UsageEntry[], nextCursor: string | null, now: number): Answer {
  const rows = entries.map((entry) =>
    [entry.timestamp, entry.sku, entry.pricePerUnitUsd, entry.units, entry.amount, entry.currency, entry.notes].join(
      ',',
    ),
  )
  const stamp = new Date(now).toISOString().replace(/[-:.]/g, '')
  const headers: Record<string, string> = {
    'content-disposition': `attachment; filename=billing-usage-history-${stamp}.csv`,
  }
  if (nextCursor) headers['x-next-cursor'] = nextCursor
  const text = ['timestamp,sku,pricePerUnitUsd,units,amount,currency,notes', ...rows].join('\n')
  return { status: 200, headers, body: { kind: 'text', text: `${text}\n`, type: 'text/csv; charset=utf-8' } }
}
