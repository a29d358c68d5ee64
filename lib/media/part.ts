import 'server-only'
import { createHash, type Hash } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openRegular, partName, regularSize } from '@/lib/media/durable'
import { diskError, MediaError } from '@/lib/media/error'
import { checkedId, folderOf, type MediaFolder } from '@/lib/media/folder'

/** What is on the disk of a download that has not come to its end. */
export interface PartFile {
  /** Its temporary name in the folder of clips. */
  file: string
  /** So many of its bytes were fsynced; whatever lies behind them is not trusted. */
  bytes: number
  /** It was closed for good. If not, a process that was only paused may still write to it. */
  atRest: boolean
  /** SHA-256, hexadecimal, once all of it is here. */
  hash?: string
}

/** A file to write on, with the hash of what is in it. */
export interface Part {
  file: string
  path: string
  bytes: number
  hash: Hash
}

/** A new one, under a name nobody else has; nothing is on the disk yet. @throws MediaError `bad-name` */
export function newPart(folder: MediaFolder, id: string): Part {
  return partNamed(folder, partName(checkedId(id)))
}

/** The same for a file that is uploaded, in the folder where a file of its type stays. Nobody takes it up again. */
export function newUploadPart(folder: MediaFolder, mime: string): Part {
  const file = partName('upload')
  return { ...emptyPart(file), path: join(folderOf(folder, mime), file) }
}

/** Whether all that was recorded of a part is still there. Changes nothing. @throws MediaError `disk`, `bad-name` */
export async function isThere(folder: MediaFolder, { file, bytes }: PartFile): Promise<boolean> {
  try {
    return bytes > 0 && ((await regularSize(partPath(folder, file))) ?? 0) >= bytes
  } catch (error) {
    throw diskError(error)
  }
}

/**
 * Makes what came before ready to be gone on with: cut to the bytes that were fsynced, and hashed anew. One that is not
 * at rest is copied, since whoever left it may wake up and write to it; the caller discards the first once the second
 * is recorded. Only for the owner of the row.
 * @returns null when it is not there any more
 * @throws MediaError `disk-full`, `disk`, `bad-name`
 */
export async function takeUpPart(folder: MediaFolder, left: PartFile): Promise<Part | null> {
  const path = partPath(folder, left.file)
  const part = left.atRest ? partNamed(folder, left.file) : partNamed(folder, partName(idOf(left.file)))
  try {
    const found = await openRegular(path)
    if (!found) return null
    try {
      if (found.bytes < left.bytes) return null
      await (left.atRest ? hashInto(part, found.handle, left.bytes) : copyInto(part, found.handle, left.bytes))
    } finally {
      await found.handle.close()
    }
    return part
  } catch (error) {
    if (!left.atRest) await rm(part.path, { force: true })
    throw diskError(error)
  }
}

/** Removes a part; that it is gone already is no error. @throws MediaError `disk`, `bad-name` */
export async function discardPart(folder: MediaFolder, file: string): Promise<void> {
  try {
    await rm(partPath(folder, file), { force: true })
  } catch (error) {
    throw diskError(error)
  }
}

/** Where a part lies. @throws MediaError `bad-name` for a name that is not one of ours */
export function partPath(folder: MediaFolder, file: string): string {
  if (!/^[0-9A-Za-z_-]{1,64}\.[0-9a-f]{12}\.part$/.test(file)) throw new MediaError('bad-name')
  return join(folder.clips, file)
}

/** Writes all of a piece at its place. A disk that is almost full takes less than it is given before it says so. */
export async function writeAt(handle: FileHandle, piece: Uint8Array, at: number): Promise<void> {
  for (let written = 0; written < piece.length; ) {
    written += (await handle.write(piece, written, piece.length - written, at + written)).bytesWritten
  }
}

function partNamed(folder: MediaFolder, file: string): Part {
  return { ...emptyPart(file), path: partPath(folder, file) }
}

const emptyPart = (file: string) => ({ file, bytes: 0, hash: createHash('sha256') })

const idOf = (file: string) => file.slice(0, file.indexOf('.'))

async function hashInto(part: Part, from: FileHandle, bytes: number): Promise<void> {
  for await (const piece of piecesOf(from, bytes)) add(part, piece)
  const handle = await open(part.path, 'r+')
  try {
    await handle.truncate(bytes)
  } finally {
    await handle.close()
  }
}

async function copyInto(part: Part, from: FileHandle, bytes: number): Promise<void> {
  const handle = await open(part.path, 'wx')
  try {
    for await (const piece of piecesOf(from, bytes)) {
      await writeAt(handle, piece, part.bytes)
      add(part, piece)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function add(part: Part, piece: Uint8Array): void {
  part.hash.update(piece)
  part.bytes += piece.length
}

const PIECE_BYTES = 1024 * 1024

/** The first bytes of a file, through one buffer: each piece is used before the next is asked for. */
async function* piecesOf(from: FileHandle, bytes: number): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.alloc(Math.min(PIECE_BYTES, bytes))
  for (let at = 0; at < bytes; ) {
    const { bytesRead } = await from.read(buffer, 0, Math.min(buffer.length, bytes - at), at)
    if (bytesRead === 0) throw new MediaError('disk')
    yield buffer.subarray(0, bytesRead)
    at += bytesRead
  }
}
