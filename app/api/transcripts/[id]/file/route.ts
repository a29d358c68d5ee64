import { forViewers } from '@/app/access'
import { readTranscriptFile } from '@/lib/generations/transcripts-page'

const TYPES = { txt: 'text/plain; charset=utf-8', json: 'application/json; charset=utf-8' }

/** A transcript as a file, only to be saved: `?as=txt`, or `?as=json` as the vendor gave it. */
export const GET = forViewers(async (request: Request, { params }: { params: Promise<{ id: string }> }) => {
  const format = new URL(request.url).searchParams.get('as') === 'json' ? 'json' : 'txt'
  const file = await readTranscriptFile((await params).id, format)
  if (!file) return Response.json({ sentence: 'There is no such transcript.' }, { status: 404 })
  return new Response(file.text, {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="${file.name}"`,
      'content-security-policy': 'sandbox',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
})
