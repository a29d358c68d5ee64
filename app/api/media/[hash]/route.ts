import { mediaFolder } from '@/lib/generations/media-folder'
import { findAsset, findGenerationForDownload } from '@/lib/generations/store'
import { clipFileName } from '@/lib/media/file-name'
import { isHash } from '@/lib/media/folder'
import { notFound, serveFile } from '@/lib/media/serve'
import { assetPath } from '@/lib/media/store'

/**
 * A file of the library, with ranges; `?download=<generation id>` saves it under that generation's name. What is
 * neither picture nor clip nor sound is only ever saved.
 */
export async function GET(request: Request, { params }: { params: Promise<{ hash: string }> }): Promise<Response> {
  const { hash } = await params
  const asset = isHash(hash) ? await findAsset(hash) : null
  if (!asset) return notFound('There is no such file in the library.')
  const path = assetPath(await mediaFolder(), asset)
  return serveFile(request, { path, mime: asset.mime, etag: hash, ...(await downloadOf(request, asset)) })
}

export { GET as HEAD }

async function downloadOf(
  request: Request,
  { mime, name }: { mime: string; name: string | null },
): Promise<{ download: boolean; fileName?: string }> {
  const id = new URL(request.url).searchParams.get('download')
  if (id === null && /^(image|video|audio)\//.test(mime)) return { download: false }
  const generation = id === null ? null : await findGenerationForDownload(id)
  return { download: true, fileName: generation ? clipFileName(generation) : (name ?? 'clip.mp4') }
}
