import { forViewers } from '@/app/access'
import { parseLibraryQuery } from '@/lib/library/library-query'
import { readLibrary } from '@/lib/library/page'

export const dynamic = 'force-dynamic'

/** One page of what the parameters ask for; those that can't be read are as if they were not there. */
export const GET = forViewers(async (request: Request) => {
  const params = new URL(request.url).searchParams
  return Response.json(await readLibrary(parseLibraryQuery(params), params.get('cursor')))
})
