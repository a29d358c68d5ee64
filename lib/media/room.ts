import 'server-only'
import { statfs } from 'node:fs/promises'
import { diskError } from '@/lib/media/error'
import type { MediaFolder } from '@/lib/media/folder'

const MB = 1024 ** 2

/** Nothing new is bought with less than this free: what is on its way already must still find room. Bytes. */
const RESERVE = 512 * MB
/** Less than this beside the clip is not worth spending one of the few downloads on. Bytes. */
const SPARE = 64 * MB

/** A download leaves this much: the database lies on the same disk, and must be able to write down how it went. Bytes. */
export const KEEP_FREE = 32 * MB

/** An upload leaves this much: it must not keep what is paid for from being received, nor stop the buying. Bytes. */
export const UPLOAD_KEEPS_FREE = RESERVE

export type Room = { ok: true } | { ok: false; sentence: string; freeBytes: number }

/**
 * Whether there is room to buy for: asked before anything is reserved, and before it is sent, so that a full disk
 * stops the spending first and the receiving last.
 * @throws MediaError `disk` when the folder cannot be looked at
 */
export async function roomFor(folder: MediaFolder): Promise<Room> {
  const freeBytes = await freeBytesOf(folder)
  return freeBytes >= RESERVE ? { ok: true } : { ok: false, sentence: refusalOf(freeBytes), freeBytes }
}

/** Whether a clip of which `missing` bytes are still to come can be taken in. @throws MediaError `disk` */
export async function hasRoom(folder: MediaFolder, missing = 0): Promise<boolean> {
  return (await freeBytesOf(folder)) >= missing + SPARE
}

/** Nothing is bought below it, bytes. */
export const BUYING_RESERVE = RESERVE

/** Bytes that are free for this process on the disk of the media folder. @throws MediaError `disk` */
export async function freeBytesOf(folder: MediaFolder): Promise<number> {
  try {
    const { blocks, bavail, bsize } = await statfs(folder.clips)
    // Some network file systems count nothing at all; they say so when they are full.
    return blocks === 0 ? Number.POSITIVE_INFINITY : bavail * bsize
  } catch (error) {
    throw diskError(error)
  }
}

function refusalOf(freeBytes: number): string {
  const free = `The disk of the media folder has ${Math.floor(freeBytes / MB)} MB left.`
  return `${free} Squero buys nothing below ${RESERVE / MB} MB, so that what is paid for finds room. Nothing was spent. Make room, then try again.`
}
