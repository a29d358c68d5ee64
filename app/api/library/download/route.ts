import { forViewers } from '@/app/access'
import { archiveAnswer, archiveName } from '@/app/api/library/archive-answer'
import { downloadClips, MOST_CLIPS } from '@/lib/library/archive/download'
import { notFound } from '@/lib/media/serve'

export const dynamic = 'force-dynamic'

/**
 * One archive of clips, made while it is sent: `?ids=` (repeated, or with commas between), `&clean=1` without metadata,
 * `&account=`, `&name=` to ask how far it is.
 */
export const GET = forViewers(async (request: Request) => {
  return answer(new URL(request.url).searchParams)
})

/** The same, for more ids than an address can hold: a form of the page. */
export const POST = forViewers(async (request: Request) => {
  const type = request.headers.get('content-type') ?? ''
  const form = type.startsWith('application/x-www-form-urlencoded') ? await request.text() : ''
  return answer(new URLSearchParams(form))
})

async function answer(wish: URLSearchParams): Promise<Response> {
  const ids = wish.getAll('ids').flatMap((some) => some.split(',').filter(Boolean))
  if (ids.length > MOST_CLIPS) {
    const sentence = `${MOST_CLIPS.toLocaleString('en-US')} clips fit into one archive. Choose fewer.`
    return new Response(sentence, { status: 400, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  }
  const download = await downloadClips({ ids, account: wish.get('account'), clean: wish.get('clean') === '1' })
  if (!download) return notFound('None of these clips is in the library.')
  const { clips, bytes, pieces } = download
  const fileName = clips === 1 ? 'squero-1-clip.zip' : `squero-${clips}-clips.zip`
  return archiveAnswer({ fileName, bytes, pieces, name: archiveName(wish.get('name')) })
}
