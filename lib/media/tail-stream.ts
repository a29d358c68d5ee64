import 'server-only'
import { fileStream } from '@/lib/media/file-stream'
import type { ByteRange } from '@/lib/media/range'

/**
 * Part of what a file of `fileBytes` would be with `tail` behind it; read as `fileStream` reads.
 */
export function tailStream(
  { path, fileBytes, tail }: { path: string; fileBytes: number; tail: Uint8Array },
  { start, end }: ByteRange,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  if (end < fileBytes) return fileStream(path, { start, end }, signal)
  const last = tail.subarray(Math.max(0, start - fileBytes), end + 1 - fileBytes)
  if (start >= fileBytes) return new Blob([Buffer.from(last)]).stream()
  const reader = fileStream(path, { start, end: fileBytes - 1 }, signal).getReader()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value } = await reader.read()
        controller.enqueue(value ?? last)
        if (!value) controller.close()
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  )
}
