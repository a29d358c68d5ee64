import { forViewers } from '@/app/access'
import { streamed } from '@/app/api/streamed'
import { ledgerCsv } from '@/lib/generations/spending-csv'
import { readLedgerQuery } from '@/lib/generations/spending-ledger'

export const dynamic = 'force-dynamic'

/** The ledger of a period as a CSV file, written as it is read. */
export const GET = forViewers(async (request: Request) => {
  const { period, entry, model } = readLedgerQuery(new URL(request.url).searchParams)
  const name = period === 'all' || period === 'month' ? period : `${period}-days`
  return new Response(streamed(encoded(ledgerCsv({ period, entry, model }))), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="squero-ledger-${name}.csv"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
})

async function* encoded(texts: AsyncGenerator<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const text of texts) yield encoder.encode(text)
}
