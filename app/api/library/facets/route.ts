import { readFacets } from '@/lib/library/facets'

export const dynamic = 'force-dynamic'

/** What the library's sidebar and filters offer. */
export async function GET(request: Request): Promise<Response> {
  return Response.json(await readFacets(new URL(request.url).searchParams.get('account')))
}
