import 'server-only'
import type { ByteReader } from '@/lib/media/boxes'

const WINDOW_BYTES = 256 * 1024

/** The same reader for many small reads that go forward: it reads ahead, and gives pieces of what it has. */
export function throughWindow(reader: ByteReader): ByteReader {
  let from = 0
  let window: Buffer = Buffer.alloc(0)
  return {
    bytes: reader.bytes,
    async read(start, length) {
      if (length > WINDOW_BYTES) return reader.read(start, length)
      if (start < from || start + length > from + window.length) {
        window = await reader.read(start, WINDOW_BYTES)
        from = start
      }
      return window.subarray(start - from, start - from + length)
    },
  }
}
