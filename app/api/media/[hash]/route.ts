import { mediaFolder } from '@/lib/generations/media-folder'
import { findAsset, findGenerationForDownload } from '@/lib/generations/store'
import { clipFileName } from '@/lib/media/file-name'
import { isHash } from '@/lib/media/folder'
import { notFound, serveFile } from '@/lib/media/serve'
import { clipPath } from '@/lib/media/store'

/** A clip of the library, with ranges; `?download=<generation id>` saves it under that generation's name. */
export async function GET(request: Request, { params }: { params: Promise<{ hash: string }> }): Promise<Response> {
  const { hash } = await params
  const asset = isHash(hash) ? await findAsset(hash) : null
  if (!asset) return notFound('There is no such clip in the library.')
  const path = clipPath(await mediaFolder(), hash)
  return serveFile(request, { path, mime: asset.mime, etag: hash, ...(await downloadOf(request)) })
}

export { GET as HEAD }

async function downloadOf(request: Request): Promise<{ download: boolean; fileName?: string }> {
  const id = new URL(request.url).searchParams.get('download')
  if (id === null) return { download: false }
  const generation = await findGenerationForDownload(id)
  return generation ? { download: true, fileName: clipFileName(generation) } : { download: true, fileName: 'clip.mp4' }
}
