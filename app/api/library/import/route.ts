import { forOwner, forViewers } from '@/app/access'
import { atDoor, notOffered } from '@/app/api/at-door'
import { importView, startImport } from '@/lib/library/archive/import/job'

export const dynamic = 'force-dynamic'

const NO_STORE = { 'cache-control': 'no-store' }

/** How the import goes, or how the last one went. */
export const GET = atDoor(forViewers(async () => Response.json({ job: importView() }, { headers: NO_STORE })))

/** Takes an archive of Squero in: its bytes are the body. The answer comes when it was received; then GET tells how it goes. */
export const POST = atDoor(
  forOwner(async (request: Request) => {
    const length = request.headers.get('content-length')
    const started = await startImport({
      body: request.body,
      bytes: length !== null && /^\d{1,15}$/.test(length) ? Number(length) : null,
      signal: request.signal,
    })
    return Response.json(started, { status: started.ok ? 202 : 422, headers: NO_STORE })
  }),
)

export { notOffered as DELETE, notOffered as OPTIONS, notOffered as PATCH, notOffered as PUT }
