import { forViewers } from '@/app/access'
import { readTranscripts } from '@/lib/generations/transcripts-page'

export const dynamic = 'force-dynamic'

/** One page of the transcripts in which all words of `q` stand. */
export const GET = forViewers(async (request: Request) => {
  const query = new URL(request.url).searchParams
  return Response.json(await readTranscripts({ cursor: query.get('cursor'), search: query.get('q') ?? '' }))
})
