import { forViewers } from '@/app/access'
import { readUnclear, refreshUnclear } from '@/lib/generations/unclear'

export const dynamic = 'force-dynamic'

/** What an unclear purchase can be judged by; `?fresh=1` reads the vendor's usage history anew, which is free. */
export const GET = forViewers(async (request: Request, { params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params
  const fresh = new URL(request.url).searchParams.has('fresh')
  const unclear = fresh ? await refreshUnclear(id, request.signal) : await readUnclear(id)
  return unclear ? Response.json(unclear) : Response.json({ sentence: 'There is no such generation.' }, { status: 404 })
})
