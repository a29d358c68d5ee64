import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'

/** A finished clip: a file, and behind it, if that was ordered, empty space that makes it as large as real footage. */
export interface Clip {
  path: string
  fileBytes: number
  /** Zero, or the size of a `free` box (ISO/IEC 14496-12, 8.1.2), which players pass over. */
  paddingBytes: number
  /** Both together. */
  size: number
  /** A strong validator: another film, or another size, has another. */
  tag: string
}

/** The least a box can be: its size and its name. */
export const LEAST_PADDING = 8
const PIECE = Buffer.alloc(64 * 1024)

/** The bytes `from` up to and with `to`, read as fast as they are taken; the padding is never on the disk. */
export function readClip(clip: Clip, from: number, to: number): Readable {
  return to < from ? Readable.from([]) : Readable.from(pieces(clip, from, to), { objectMode: false })
}

async function* pieces(clip: Clip, from: number, to: number): AsyncGenerator<Buffer> {
  const { path, fileBytes } = clip
  if (from < fileBytes) yield* createReadStream(path, { start: from, end: Math.min(to, fileBytes - 1) })
  if (to >= fileBytes) yield* padding(clip, Math.max(0, from - fileBytes), to - fileBytes)
}

async function* padding({ paddingBytes }: Clip, from: number, to: number): AsyncGenerator<Buffer> {
  const head = Buffer.alloc(LEAST_PADDING)
  head.writeUInt32BE(paddingBytes, 0)
  head.write('free', 4, 'latin1')
  if (from < head.length) yield head.subarray(from, to + 1)
  for (let at = Math.max(from, head.length); at <= to; at += PIECE.length) yield PIECE.subarray(0, to - at + 1)
}
