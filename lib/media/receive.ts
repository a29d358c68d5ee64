import 'server-only'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { diskError, MediaError } from '@/lib/media/error'
import { type MediaFolder, removeParts } from '@/lib/media/folder'
import { newPart, type Part, type PartFile } from '@/lib/media/part'
import { type Pouring, pour } from '@/lib/media/pour'
import { freeBytesOf } from '@/lib/media/room'

/** A file under its temporary name, hashed and fsynced, not yet looked into. */
export interface Received {
  path: string
  /** SHA-256, hexadecimal. */
  hash: string
  bytes: number
}

/** Whole, as far as its sender says; or what is left of it, at rest, and why. `left` is null when nothing is. */
export type Reception =
  | { kind: 'whole'; received: Received }
  | { kind: 'broken'; error: MediaError; left: PartFile | null }

export interface ReceiveOptions extends Omit<Pouring, 'onBeat'> {
  folder: MediaFolder
  /** The generation's id. */
  name: string
  /** What came before, if `source` goes on where it ends. */
  part?: Part
  /** Less free space than this is left to others: the download stops before the disk is full. Bytes. */
  keepFree?: number
  /** Told of what was fsynced: every few seconds, and when all of it was. Waited for. */
  onSafe?: (safe: PartFile) => Promise<void>
}

/** An earlier attempt that has been silent this long is dead: a live one would have been cut off (see pace.ts). */
const ABANDONED_MS = 5 * 60 * 1000

/**
 * Streams a medium to a temporary file beside the clips, hashing on the way, and fsyncs it. What broke off stays under
 * its temporary name, for the caller to go on with, keep as received, or discard.
 * @throws MediaError `bad-name`
 */
export async function receiveMedia(source: AsyncIterable<Uint8Array>, options: ReceiveOptions): Promise<Reception> {
  const part = options.part ?? newPart(options.folder, options.name)
  const safe = { file: part.file, bytes: part.bytes, atRest: false }
  try {
    await write(source, part, safe, options)
    return { kind: 'whole', received: { path: part.path, hash: part.hash.digest('hex'), bytes: part.bytes } }
  } catch (error) {
    return { kind: 'broken', error: diskError(error), left: await leave(part, safe) }
  }
}

async function write(
  source: AsyncIterable<Uint8Array>,
  part: Part,
  safe: PartFile,
  options: ReceiveOptions,
): Promise<void> {
  const handle = await open(part.path, part.bytes > 0 ? 'r+' : 'wx')
  try {
    if (part.bytes === 0) await removeAbandoned(handle, options.folder, options.name)
    options.onProgress?.(part.bytes)
    await needRoom(options, part)
    await pourSafely(source, handle, part, safe, options)
  } finally {
    await handle.close()
  }
}

async function pourSafely(
  source: AsyncIterable<Uint8Array>,
  handle: FileHandle,
  part: Part,
  safe: PartFile,
  options: ReceiveOptions,
): Promise<void> {
  const makeSafe = async () => {
    await handle.sync()
    safe.bytes = part.bytes
  }
  const onBeat = async () => {
    await makeSafe()
    await options.onSafe?.({ ...safe })
    await needRoom({ ...options, expectedBytes: null }, part)
  }
  try {
    await pour(source, handle, part, { ...options, onBeat })
  } catch (error) {
    // Whatever went wrong, what came is worth keeping; a disk that refuses even this keeps what was safe before.
    await makeSafe().catch(() => undefined)
    throw error
  }
  await makeSafe()
  await options.onSafe?.({ ...safe, hash: part.hash.copy().digest('hex') })
}

/** @throws MediaError `disk-full`, before anything is written that would not fit */
async function needRoom({ folder, keepFree, expectedBytes }: ReceiveOptions, part: Part): Promise<void> {
  if (keepFree === undefined) return
  const missing = Math.max(0, (expectedBytes ?? 0) - part.bytes)
  if ((await freeBytesOf(folder)) < missing + keepFree) throw new MediaError('disk-full')
}

async function leave(part: Part, safe: PartFile): Promise<PartFile | null> {
  if (safe.bytes > 0) return { ...safe, atRest: true }
  await rm(part.path, { force: true })
  return null
}

/** What a killed process left of the same generation. Ages are compared by the disk's own clock. */
async function removeAbandoned(handle: FileHandle, folder: MediaFolder, id: string): Promise<void> {
  const { mtimeMs } = await handle.stat()
  await removeParts(folder.clips, `${id}.`, mtimeMs - ABANDONED_MS)
}
