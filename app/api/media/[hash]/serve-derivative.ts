import { mediaFolder } from '@/lib/generations/media-folder'
import { findDerivative } from '@/lib/generations/store'
import { type DerivativeFacts, derivativePath } from '@/lib/media/derivative'
import { isHash } from '@/lib/media/folder'
import { notFound, serveFile } from '@/lib/media/serve'

/** The poster or preview of a clip, or a 404 with a sentence while there is none. */
export async function serveDerivative(
  request: Request,
  hash: string,
  kind: DerivativeFacts['kind'],
): Promise<Response> {
  const facts = isHash(hash) ? await findDerivative(hash, kind) : null
  const path = facts && derivativePath(await mediaFolder(), hash, facts)
  if (!facts || !path) return notFound(`There is no ${kind} of this clip yet.`)
  return serveFile(request, { path, mime: facts.mime, etag: `${hash}-${kind}-${facts.bytes}` })
}
