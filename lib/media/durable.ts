import 'server-only'
import { randomBytes } from 'node:crypto'
import { constants, type FileHandle, lstat, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { diskError, isMissing } from '@/lib/media/error'
import { PART } from '@/lib/media/folder'

/** A name nobody else has, in the folder where the file will stay. */
export function partName(name: string): string {
  return `${name}.${randomBytes(6).toString('hex')}${PART}`
}

/** Renames a finished, fsynced file and makes the new name survive a power cut. Replaces what was there. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await rename(from, to)
  await syncFolder(dirname(to))
  if (dirname(from) !== dirname(to)) await syncFolder(dirname(from))
}

/** Makes the names in a folder survive a power cut. Windows cannot open folders and needs no such call. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(path, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Writes a small file as one step: temporary name, fsync, rename, fsync of the folder.
 * @throws MediaError `disk-full` or `disk`; nothing is left behind
 */
export async function writeDurably(to: string, bytes: Uint8Array): Promise<void> {
  const part = partName(to)
  try {
    const handle = await open(/* turbopackIgnore: true */ part, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await renameDurably(part, to)
  } catch (error) {
    await rm(part, { force: true })
    throw diskError(error)
  }
}

/**
 * Opens a regular file to read; null when there is none. Symbolic links are refused as if they were not there: nothing in the media folder is one.
 * @throws the file system's error for anything else
 */
export async function openRegular(path: string): Promise<{ handle: FileHandle; bytes: number } | null> {
  const size = await regularSize(path)
  if (size === null) return null
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  try {
    return { handle, bytes: (await handle.stat()).size }
  } catch (error) {
    await handle.close()
    throw error
  }
}

/** The size in bytes of a regular file; null when there is none, or when the name is a link or a folder. */
export async function regularSize(path: string): Promise<number | null> {
  try {
    const found = await lstat(path)
    return found.isFile() ? found.size : null
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
