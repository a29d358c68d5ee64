import 'server-only'
import { createHash } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { partName } from '@/lib/media/durable'
import { diskError, MediaError } from '@/lib/media/error'
import { checkedId, type MediaFolder, removeParts } from '@/lib/media/folder'
import { watchPace } from '@/lib/media/pace'
import { quarantinePath } from '@/lib/media/quarantine'

/** A file under its temporary name, hashed and fsynced, not yet looked into. */
export interface Received {
  path: string
  /** SHA-256, hexadecimal. */
  hash: string
  bytes: number
}

export interface ReceiveOptions {
  folder: MediaFolder
  /** The generation's id. */
  name: string
  /** What the sender announced; null when it did not. */
  expectedBytes: number | null
  maxBytes: number
  /** Called after each piece is written, with the bytes so far. */
  onProgress?: (bytes: number) => void
  signal?: AbortSignal
  /** Keep what came of a download that broke off, for "Download as received". */
  keepBroken?: boolean
}

/** An earlier attempt that has been silent this long is dead: a live one would have been cut off (see pace.ts). */
const ABANDONED_MS = 5 * 60 * 1000

/**
 * Streams a medium to a temporary file beside the clips, hashing on the way, and fsyncs it.
 * A source that fails is `cut`, with its error as `cause`; on any error the partial file is removed, or kept among the
 * damaged ones if that is asked for and it was the sender that failed.
 * @throws MediaError `cut`, `too-large`, `disk-full`, `disk`, `stalled`, `aborted`, `bad-name`
 */
export async function receiveMedia(source: AsyncIterable<Uint8Array>, options: ReceiveOptions): Promise<Received> {
  const path = join(options.folder.clips, partName(checkedId(options.name)))
  try {
    return { path, ...(await write(source, path, options)) }
  } catch (error) {
    await leave(path, options, error)
    throw diskError(error)
  }
}

async function leave(path: string, { keepBroken, folder, name }: ReceiveOptions, error: unknown): Promise<void> {
  const senderFailed = error instanceof MediaError && ['cut', 'stalled', 'too-large'].includes(error.code)
  if (keepBroken && senderFailed) await rename(path, quarantinePath(folder, name)).catch(() => undefined)
  await rm(path, { force: true })
}

async function write(source: AsyncIterable<Uint8Array>, path: string, options: ReceiveOptions) {
  const handle = await open(path, 'wx')
  try {
    await removeAbandoned(handle, options.folder, options.name)
    const received = await pour(source, handle, options)
    await handle.sync()
    return received
  } finally {
    await handle.close()
  }
}

/** What a killed process left of the same generation. Ages are compared by the disk's own clock. */
async function removeAbandoned(handle: FileHandle, folder: MediaFolder, id: string): Promise<void> {
  const { mtimeMs } = await handle.stat()
  await removeParts(folder.clips, `${id}.`, mtimeMs - ABANDONED_MS)
}

async function pour(source: AsyncIterable<Uint8Array>, handle: FileHandle, options: ReceiveOptions) {
  const hash = createHash('sha256')
  const pace = watchPace(options.signal)
  const pieces = source[Symbol.asyncIterator]()
  let bytes = 0
  try {
    for (let piece = await nextOf(pieces, pace.signal); piece; piece = await nextOf(pieces, pace.signal)) {
      bytes += piece.length
      if (bytes > ceiling(options)) throw new MediaError(overflowCode(bytes, options))
      hash.update(piece)
      await handle.writeFile(piece)
      pace.count(piece.length)
      options.onProgress?.(bytes)
    }
  } finally {
    pace.stop()
    // Not awaited: a source that hangs would hang here too.
    pieces.return?.().catch(() => undefined)
  }
  if (options.expectedBytes !== null && bytes !== options.expectedBytes) throw new MediaError('cut')
  return { hash: hash.digest('hex'), bytes }
}

const ceiling = (options: ReceiveOptions) =>
  Math.min(options.maxBytes, options.expectedBytes ?? Number.POSITIVE_INFINITY)

const overflowCode = (bytes: number, options: ReceiveOptions) => (bytes > options.maxBytes ? 'too-large' : 'cut')

/** The next piece, null at the end; gives up as soon as the signal says so, even if the source never answers. */
function nextOf(pieces: AsyncIterator<Uint8Array>, signal: AbortSignal): Promise<Uint8Array | null> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
    pieces
      .next()
      .then(
        (next) => resolve(next.done ? null : next.value),
        (cause: unknown) => reject(cause instanceof MediaError ? cause : new MediaError('cut', { cause })),
      )
      .finally(() => signal.removeEventListener('abort', stop))
  })
}
