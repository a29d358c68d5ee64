import { ledgerCsv } from '@/lib/generations/spending-csv'
import { readLedgerQuery } from '@/lib/generations/spending-ledger'

export const dynamic = 'force-dynamic'

/** The ledger of a period as a CSV file, written as it is read. */
export async function GET(request: Request): Promise<Response> {
  const { period, entry, model } = readLedgerQuery(new URL(request.url).searchParams)
  const name = period === 'all' || period === 'month' ? period : `${period}-days`
  return new Response(streamed(ledgerCsv({ period, entry, model })), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="squero-ledger-${name}.csv"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

/** Pulled by the reader, so that a slow one holds nothing in memory, and a reader that leaves ends the reading. */
function streamed(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}
