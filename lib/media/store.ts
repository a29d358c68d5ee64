import 'server-only'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { derivativePaths } from '@/lib/media/derivative'
import { regularSize, renameDurably, syncFolder } from '@/lib/media/durable'
import { diskError, MediaError } from '@/lib/media/error'
import { checkedHash, folderOf, type MediaFolder } from '@/lib/media/folder'
import type { Received } from '@/lib/media/receive'

export { type MediaFolder, openMediaFolder } from '@/lib/media/folder'

/** Where a clip is or would be. @throws MediaError `bad-name` */
export function clipPath(folder: MediaFolder, hash: string): string {
  return join(folder.clips, `${checkedHash(hash)}.mp4`)
}

/** The endings of files in the library, by their type: a type that is not listed is not kept. */
const ENDINGS: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
  'audio/wav': 'wav',
  'audio/mpeg': 'mp3',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
}

/** Where a file of the library is or would be. @throws MediaError `bad-name` on a hash or type that is none */
export function assetPath(folder: MediaFolder, { hash, mime }: { hash: string; mime: string }): string {
  if (mime === 'video/mp4') return clipPath(folder, hash)
  const ending = Object.hasOwn(ENDINGS, mime) ? ENDINGS[mime] : undefined
  if (!ending) throw new MediaError('bad-name')
  return join(/* turbopackIgnore: true */ folderOf(folder, mime), `${checkedHash(hash)}.${ending}`)
}

/**
 * Gives a verified clip its final name: rename, then fsync of the folder. When the same clip is there already, it
 * stays if its size is right, and the temporary goes.
 * @throws MediaError `disk-full`, `disk`, `bad-name`
 */
export function storeClip(received: Received, folder: MediaFolder): Promise<{ path: string }> {
  return storeFile(received, folder, 'video/mp4')
}

/** The same for a file of any type the library takes. @throws MediaError `disk-full`, `disk`, `bad-name` */
export async function storeFile(received: Received, folder: MediaFolder, mime: string): Promise<{ path: string }> {
  const path = assetPath(folder, { hash: received.hash, mime })
  try {
    if (await isStored(path, received.bytes)) {
      if (received.path !== path) await rm(received.path, { force: true })
      // The process that put it there may have died before it did this.
      await syncFolder(dirname(path))
    } else {
      await renameDurably(received.path, path)
    }
    return { path }
  } catch (error) {
    throw diskError(error)
  }
}

/** Whether a whole file stands under its final name: only whole ones ever get it. @throws MediaError `disk` */
export async function isStored(path: string, bytes: number): Promise<boolean> {
  try {
    return (await regularSize(path)) === bytes
  } catch (error) {
    throw diskError(error)
  }
}

/** Removes a file with its poster and preview. That they are gone already is no error. @throws MediaError `disk`, `bad-name` */
export async function removeFile(folder: MediaFolder, asset: { hash: string; mime: string }): Promise<void> {
  const path = assetPath(folder, asset)
  try {
    for (const one of [path, ...derivativePaths(folder, asset.hash)]) await rm(one, { force: true })
    await syncFolder(dirname(path))
  } catch (error) {
    throw diskError(error)
  }
}
