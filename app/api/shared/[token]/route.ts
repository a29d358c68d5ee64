import { mediaFolder } from '@/lib/generations/media-folder'
import { openShared } from '@/lib/generations/shared-url'
import { findAsset } from '@/lib/generations/store'
import { notFound, serveFile } from '@/lib/media/serve'
import { assetPath } from '@/lib/media/store'

/** A file of the library to whoever has its signed address, for a day: Venice, when there is a public address. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const shared = await openShared((await params).token)
  const asset = shared && (await findAsset(shared.hash))
  if (!asset || asset.mime !== shared.mime) return notFound('There is no such file, or its address has ended.')
  return serveFile(request, { path: assetPath(await mediaFolder(), asset), mime: asset.mime, etag: null })
}

export { GET as HEAD }
