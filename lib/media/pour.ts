import 'server-only'
import type { FileHandle } from 'node:fs/promises'
import { MediaError } from '@/lib/media/error'
import { watchPace } from '@/lib/media/pace'
import { type Part, writeAt } from '@/lib/media/part'

export interface Pouring {
  /** What the sender announced of the whole file; null when it did not. Bytes. */
  expectedBytes: number | null
  maxBytes: number
  /** Called after each piece is written, with the bytes so far. */
  onProgress?: (bytes: number) => void
  /** Called every now and then, and waited for: to make safe what was written, and to see whether there is room. */
  onBeat?: () => Promise<void>
  signal?: AbortSignal
}

/** A beat at least this often, whichever comes first: what lies between two may be lost to a kill. */
const BEAT_MS = 2000
const BEAT_BYTES = 16 * 1024 ** 2

/**
 * Streams into an open part from where it stands, hashing on the way. `part` always says what was written whole.
 * A source that fails is `cut`, with its error as `cause`.
 * @throws MediaError `cut`, `too-large`, `stalled`, `aborted`, and what the file system throws
 */
export async function pour(
  source: AsyncIterable<Uint8Array>,
  handle: FileHandle,
  part: Part,
  options: Pouring,
): Promise<void> {
  const pace = watchPace(options.signal)
  const beat = keepBeat(options.onBeat)
  const pieces = source[Symbol.asyncIterator]()
  try {
    for (let piece = await nextOf(pieces, pace.signal); piece; piece = await nextOf(pieces, pace.signal)) {
      checkSize(part.bytes + piece.length, options)
      await writeAt(handle, piece, part.bytes)
      part.hash.update(piece)
      part.bytes += piece.length
      pace.count(piece.length)
      options.onProgress?.(part.bytes)
      await beat.count(piece.length)
    }
  } finally {
    pace.stop()
    beat.stop()
    // Not awaited: a source that hangs would hang here too.
    pieces.return?.().catch(() => undefined)
  }
  if (options.expectedBytes !== null && part.bytes !== options.expectedBytes) throw new MediaError('cut')
}

function checkSize(bytes: number, { expectedBytes, maxBytes }: Pouring): void {
  if (bytes > maxBytes) throw new MediaError('too-large')
  if (expectedBytes !== null && bytes > expectedBytes) throw new MediaError('cut')
}

function keepBeat(onBeat: Pouring['onBeat']) {
  let due = false
  let since = 0
  const timer = setInterval(() => {
    due = true
  }, BEAT_MS)
  return {
    async count(bytes: number) {
      since += bytes
      if (!onBeat || (!due && since < BEAT_BYTES)) return
      due = false
      since = 0
      await onBeat()
    },
    stop: () => clearInterval(timer),
  }
}

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
