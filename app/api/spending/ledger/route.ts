import { readLedgerPage, readLedgerQuery } from '@/lib/generations/spending-ledger'

export const dynamic = 'force-dynamic'

/** One page of the ledger. */
export async function GET(request: Request): Promise<Response> {
  return Response.json(await readLedgerPage(readLedgerQuery(new URL(request.url).searchParams)))
}
