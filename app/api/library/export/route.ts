import { forViewers } from '@/app/access'
import { archiveAnswer, archiveName } from '@/app/api/library/archive-answer'
import { systemClock } from '@/lib/clock'
import { exportEverything } from '@/lib/library/archive/export/export'

export const dynamic = 'force-dynamic'

/** Everything as one archive, made while it is sent; `?name=` to ask how far it is. */
export const GET = forViewers(async (request: Request) => {
  const name = archiveName(new URL(request.url).searchParams.get('name'))
  const day = new Date(systemClock()).toISOString().slice(0, 10)
  return archiveAnswer({ fileName: `squero-${day}.zip`, bytes: null, pieces: await exportEverything(), name })
})
