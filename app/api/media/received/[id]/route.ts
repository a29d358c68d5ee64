import { forViewers } from '@/app/access'
import { mediaFolder } from '@/lib/generations/media-folder'
import { findGenerationForDownload } from '@/lib/generations/store'
import { clipFileName } from '@/lib/media/file-name'
import { quarantinePath } from '@/lib/media/quarantine'
import { notFound, serveFile } from '@/lib/media/serve'

/** What came for a damaged generation, as received: only to be saved. */
export const GET = forViewers(async (request: Request, { params }: { params: Promise<{ id: string }> }) => {
  const generation = await findGenerationForDownload((await params).id)
  if (!generation) return notFound('There is no such generation.')
  const path = quarantinePath(await mediaFolder(), generation.id)
  const fileName = clipFileName(generation).replace(/\.mp4$/, ' as received.mp4')
  return serveFile(request, { path, mime: 'application/octet-stream', etag: null, fileName, download: true })
})

export { GET as HEAD }
