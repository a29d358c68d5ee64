import { forViewers } from '@/app/access'
import { readFacets } from '@/lib/library/facets'

export const dynamic = 'force-dynamic'

/** What the library's sidebar and filters offer. */
export const GET = forViewers(async (request: Request) => {
  return Response.json(await readFacets(new URL(request.url).searchParams.get('account')))
})
