import { forOwner, forViewers } from '@/app/access'
import { refusedAtDoor } from '@/app/api/refused-at-door'
import { importView, startImport } from '@/lib/library/archive/import/job'

export const dynamic = 'force-dynamic'

const NO_STORE = { 'cache-control': 'no-store' }

/** How the import goes, or how the last one went. */
export const GET = forViewers(async (request: Request) => {
  return refusedAtDoor(request) ?? Response.json({ job: importView() }, { headers: NO_STORE })
})

/** Takes an archive of Squero in: its bytes are the body. The answer comes when it was received; then GET tells how it goes. */
export const POST = forOwner(async (request: Request) => {
  const refused = refusedAtDoor(request)
  if (refused) return refused
  const length = request.headers.get('content-length')
  const started = await startImport({
    body: request.body,
    bytes: length !== null && /^\d{1,15}$/.test(length) ? Number(length) : null,
    signal: request.signal,
  })
  return Response.json(started, { status: started.ok ? 202 : 422, headers: NO_STORE })
})
