import { forViewers } from '@/app/access'
import { underWay } from '@/lib/library/archive/under-way'

export const dynamic = 'force-dynamic'

/** How far an archive is that the page asked for: `?name=` as it was named then. */
export const GET = forViewers(async (request: Request) => {
  const way = underWay(new URL(request.url).searchParams.get('name') ?? '')
  return Response.json({ way }, { headers: { 'cache-control': 'no-store' } })
})
