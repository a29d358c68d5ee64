import 'server-only'
import { openRegular } from '@/lib/media/durable'
import { diskError, MediaError } from '@/lib/media/error'

const PIECE_BYTES = 512 * 1024

/**
 * A file of so many bytes, read only as fast as it is taken. It is opened at the first piece, and closed at the end and
 * when nobody asks any more.
 * @throws MediaError `disk` when it is not there or of another length
 */
export async function* readPieces(path: string, bytes: number): AsyncGenerator<Uint8Array> {
  try {
    const file = await openRegular(path)
    if (!file) throw new MediaError('disk')
    try {
      if (file.bytes !== bytes) throw new MediaError('disk')
      for (let at = 0; at < bytes; ) {
        const piece = Buffer.allocUnsafe(Math.min(PIECE_BYTES, bytes - at))
        const { bytesRead } = await file.handle.read(piece, 0, piece.length, at)
        if (bytesRead === 0) throw new MediaError('disk')
        yield piece.subarray(0, bytesRead)
        at += bytesRead
      }
    } finally {
      await file.handle.close()
    }
  } catch (error) {
    throw diskError(error)
  }
}
