import { forViewers } from '@/app/access'
import { mediaFolder } from '@/lib/generations/media-folder'
import { findAsset, findGenerationForDownload } from '@/lib/generations/store'
import { tailOf } from '@/lib/library/archive/tagged'
import { clipFileName } from '@/lib/media/file-name'
import { isHash } from '@/lib/media/folder'
import { notFound, type ServedFile, serveFile } from '@/lib/media/serve'
import { assetPath } from '@/lib/media/store'

/**
 * A file of the library, with ranges; `?download=<generation id>` saves it under that generation's name, with how it
 * was made in its metadata unless `&clean=1`. What is neither picture nor clip nor sound is only ever saved.
 */
export const GET = forViewers(async (request: Request, { params }: { params: Promise<{ hash: string }> }) => {
  const { hash } = await params
  const asset = isHash(hash) ? await findAsset(hash) : null
  if (!asset) return notFound('There is no such file in the library.')
  const path = assetPath(await mediaFolder(), asset)
  return serveFile(request, { path, mime: asset.mime, etag: hash, ...(await downloadOf(request, asset)) })
})

export { GET as HEAD }

async function downloadOf(
  request: Request,
  { mime, name, hash }: { mime: string; name: string | null; hash: string },
): Promise<Pick<ServedFile, 'download' | 'fileName' | 'tail'> & { etag?: string }> {
  const { searchParams } = new URL(request.url)
  const id = searchParams.get('download')
  if (id === null && /^(image|video|audio)\//.test(mime)) return { download: false }
  const generation = id === null ? null : await findGenerationForDownload(id)
  if (!generation) return { download: true, fileName: name ?? 'clip.mp4' }
  const named = { download: true, fileName: clipFileName(generation) }
  const tail = searchParams.get('clean') === '1' ? null : await tailOf(generation.id, hash)
  return tail ? { ...named, tail: tail.bytes, etag: tail.etag } : named
}
