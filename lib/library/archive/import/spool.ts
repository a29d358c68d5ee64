import 'server-only'
import { createHash } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { partName } from '@/lib/media/durable'
import { diskError, MediaError } from '@/lib/media/error'
import type { MediaFolder } from '@/lib/media/folder'
import { pour } from '@/lib/media/pour'
import { freeBytesOf, UPLOAD_KEEPS_FREE } from '@/lib/media/room'

export interface Spooling {
  folder: MediaFolder
  /** What the sender announced; null when it did not. Bytes. */
  bytes: number | null
  onProgress: (bytes: number) => void
  signal: AbortSignal
}

/**
 * Takes an archive in, to be read in any order, as a file without a name: it is gone when its handle is closed, also by
 * the end of this process. The caller closes the handle.
 * @throws MediaError
 */
export async function spoolArchive(
  source: AsyncIterable<Uint8Array>,
  { folder, bytes, onProgress, signal }: Spooling,
): Promise<FileHandle> {
  const file = partName('archive')
  const path = join(folder.uploads, file)
  try {
    const handle = await open(/* turbopackIgnore: true */ path, 'wx+')
    try {
      await rm(path, { force: true })
      await needRoom(folder, bytes ?? 0)
      const part = { file, path, bytes: 0, hash: createHash('sha256') }
      const options = { expectedBytes: bytes, maxBytes: Number.MAX_SAFE_INTEGER, onProgress, signal }
      await pour(source, handle, part, { ...options, onBeat: () => needRoom(folder, 0) })
      return handle
    } catch (error) {
      await handle.close()
      throw error
    }
  } catch (error) {
    throw diskError(error)
  }
}

/** What is paid for must find room beside it. @throws MediaError `disk-full` */
export async function needRoom(folder: MediaFolder, bytes: number): Promise<void> {
  if ((await freeBytesOf(folder)) < bytes + UPLOAD_KEEPS_FREE) throw new MediaError('disk-full')
}
