import 'server-only'
import { readFile } from 'node:fs/promises'
import { sharedUrl } from '@/lib/generations/shared-url'
import { assetPath, isStored, type MediaFolder } from '@/lib/media/store'
import { dataUrl, type FileRef, withFiles } from '@/lib/venice/files'
import type { JsonObject, PricingRequest } from '@/lib/venice/request'

/** A file that a request needs is not in the media folder, or is not what it was. */
export class FileGone extends Error {
  override readonly name = 'FileGone'
}

/**
 * A stored request as it is sent: each file in it as a data URL, read now, or as a signed address that lasts a day,
 * when there is a public one to fetch it from.
 * @throws FileGone
 */
export function fillFiles(folder: MediaFolder, body: JsonObject): Promise<JsonObject> {
  return withFiles(body, (file) => open(folder, file))
}

/**
 * The same for what is priced.
 * @throws FileGone
 */
export async function fillPricing(folder: MediaFolder, request: PricingRequest): Promise<PricingRequest> {
  const { video } = request
  return typeof video === 'object' && video !== null ? { ...request, video: await open(folder, video) } : request
}

async function open(folder: MediaFolder, { file, mime, bytes }: FileRef): Promise<string> {
  const asset = { hash: file, mime }
  const url = await sharedUrl(asset)
  if (url !== null) {
    if (!(await isStored(assetPath(folder, asset), bytes))) throw new FileGone()
    return url
  }
  const content = await readFile(assetPath(folder, asset)).catch(() => null)
  if (content?.length !== bytes) throw new FileGone()
  return dataUrl(mime, content)
}
