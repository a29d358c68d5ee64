import { forViewers } from '@/app/access'
import { readLedgerPage, readLedgerQuery } from '@/lib/generations/spending-ledger'

export const dynamic = 'force-dynamic'

/** One page of the ledger. */
export const GET = forViewers(async (request: Request) => {
  return Response.json(await readLedgerPage(readLedgerQuery(new URL(request.url).searchParams)))
})
