import { readLibraryPage } from '@/lib/generations/library-page'

export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams
  return Response.json(await readLibraryPage({ cursor: query.get('cursor'), account: query.get('account') }))
}
