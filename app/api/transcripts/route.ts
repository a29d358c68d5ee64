import { readTranscripts } from '@/lib/generations/transcripts-page'

export const dynamic = 'force-dynamic'

/** One page of the transcripts in which all words of `q` stand. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams
  return Response.json(await readTranscripts({ cursor: query.get('cursor'), search: query.get('q') ?? '' }))
}
