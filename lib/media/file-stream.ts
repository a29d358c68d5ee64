import 'server-only'
import type { FileHandle } from 'node:fs/promises'
import { openRegular } from '@/lib/media/durable'
import { MediaError } from '@/lib/media/error'
import type { ByteRange } from '@/lib/media/range'

const PIECE_BYTES = 256 * 1024

/**
 * Part of a file, read only as fast as it is taken. The file is opened at the first read and closed at the end, on an
 * error, when the reader leaves, and when the signal says that it has left; so an answer nobody reads opens nothing.
 */
export function fileStream(path: string, range: ByteRange, signal: AbortSignal): ReadableStream<Uint8Array> {
  const file = closingFile(path)
  let at = range.start
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => onAbort(signal, () => file.close().finally(() => controller.error(signal.reason))),
      pull: async (controller) => {
        const piece = await file.read(at, Math.min(PIECE_BYTES, range.end - at + 1))
        if (!piece) return
        at += piece.length
        controller.enqueue(piece)
        if (at <= range.end) return
        await file.close()
        controller.close()
      },
      cancel: () => file.close(),
    },
    { highWaterMark: 0 },
  )
}

function onAbort(signal: AbortSignal, leave: () => void) {
  if (signal.aborted) leave()
  else signal.addEventListener('abort', leave, { once: true })
}

/** Reads until closed, then gives null. A read that fails closes it. */
function closingFile(path: string) {
  let opened: Promise<FileHandle> | undefined
  let closed: Promise<void> | undefined
  const close = () => {
    // A file that could not be opened needs no closing; the read that tried has said so.
    closed ??= opened
      ? opened.then(
          (handle) => handle.close(),
          () => undefined,
        )
      : Promise.resolve()
    return closed
  }
  const openOnce = () => {
    opened ??= openOrThrow(path)
    return opened
  }
  const read = async (start: number, length: number): Promise<Uint8Array | null> => {
    if (closed) return null
    try {
      const handle = await openOnce()
      const piece = Buffer.alloc(length)
      const { bytesRead } = await handle.read(piece, 0, length, start)
      if (bytesRead === 0) throw new MediaError('disk')
      return closed ? null : piece.subarray(0, bytesRead)
    } catch (error) {
      if (closed) return null
      await close()
      throw error
    }
  }
  return { read, close }
}

async function openOrThrow(path: string): Promise<FileHandle> {
  const file = await openRegular(path)
  if (!file) throw new MediaError('disk')
  return file.handle
}
