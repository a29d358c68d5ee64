import { forViewers } from '@/app/access'
import { readBeside } from '@/lib/library/beside'
import { parseLibraryQuery } from '@/lib/library/library-query'

export const dynamic = 'force-dynamic'

/** What comes before and after a generation in what the parameters ask for; null where it is not among that. */
export const GET = forViewers(async (request: Request, { params }: { params: Promise<{ id: string }> }) => {
  const query = parseLibraryQuery(new URL(request.url).searchParams)
  return Response.json(await readBeside((await params).id, query))
})
