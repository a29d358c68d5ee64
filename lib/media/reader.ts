import 'server-only'
import type { FileHandle } from 'node:fs/promises'
import type { ByteReader } from '@/lib/media/boxes'

/** Reads from an open file, which the caller closes. */
export function fileReader(handle: FileHandle, bytes: number): ByteReader {
  return { bytes, read: (start, length) => readAt(handle, start, length) }
}

/** Reads from memory. */
export function memoryReader(content: Uint8Array): ByteReader {
  const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  return { bytes: buffer.length, read: async (start, length) => buffer.subarray(start, start + length) }
}

/** One read may give less than was asked for, so it is repeated until the end of the file. */
async function readAt(handle: FileHandle, start: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, start + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}
