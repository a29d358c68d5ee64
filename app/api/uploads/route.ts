import { forOwner, forViewers } from '@/app/access'
import { atDoor, notOffered } from '@/app/api/at-door'
import { listUploads } from '@/lib/library/list-uploads'
import type { UploadRefusal } from '@/lib/library/refusal'
import { takeUpload } from '@/lib/library/take-upload'

export const dynamic = 'force-dynamic'

const STATUS: Record<UploadRefusal['code'], number> = {
  unfit: 415,
  'too-large': 413,
  'broken-off': 400,
  'disk-full': 507,
  disk: 500,
  'wrong-source': 422,
}

const KINDS = ['image', 'video', 'audio', 'document'] as const

/** What the person brought: `?kind=` image, video, audio or document. */
export const GET = atDoor(
  forViewers(async (request: Request) => {
    const asked = new URL(request.url).searchParams.get('kind')
    const kind = KINDS.find((one) => one === asked)
    return Response.json({ uploads: kind ? await listUploads(kind) : [] }, { headers: { 'cache-control': 'no-store' } })
  }),
)

/**
 * Takes a file into the library: its bytes are the body, `?name=` is what it was called. `&from=<hash>&at=<ms>` says
 * that it is a frame of a clip that is here. A clip that was downloaded from a studio is answered with the settings it was
 * made with; with `&restore=1` it becomes a clip of this library again.
 */
export const POST = atDoor(
  forOwner(async (request: Request) => {
    const query = new URL(request.url).searchParams
    const taken = await takeUpload({
      body: request.body,
      bytes: announced(request.headers.get('content-length')),
      name: query.get('name') ?? '',
      source: { from: query.get('from'), at: query.get('at') },
      signal: request.signal,
      restore: query.get('restore') === '1',
    })
    if (taken.ok) return Response.json(taken)
    return Response.json({ ok: false, sentence: taken.sentence }, { status: STATUS[taken.code] })
  }),
)

export { notOffered as DELETE, notOffered as OPTIONS, notOffered as PATCH, notOffered as PUT }

const announced = (header: string | null) => (header !== null && /^\d{1,15}$/.test(header) ? Number(header) : null)
