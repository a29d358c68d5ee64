import 'server-only'

/** Anything bytes can be read from at a place: a file, or a buffer. Gives fewer bytes than asked for at the end. */
export interface ByteReader {
  bytes: number
  read(start: number, length: number): Promise<Buffer>
}

export interface Box {
  type: string
  start: number
  bytes: number
}

/** The boxes of a whole file, or the sentence why it is not whole. */
export type BoxWalk = { ok: true; boxes: Box[] } | { ok: false; why: string }

/** Far above what any muxer writes for a clip; a file of nothing but tiny boxes must not keep the server busy. */
const MOST_BOXES = 20_000

/**
 * Walks over the top-level boxes, whose sizes must add up to the file's length (ISO/IEC 14496-12, 4.2).
 * A box "to the end of the file" (size 0) is refused: nobody could tell whether the file is whole.
 */
export async function walkBoxes(reader: ByteReader): Promise<BoxWalk> {
  const boxes: Box[] = []
  let start = 0
  while (start < reader.bytes) {
    const box = await readBox(reader, start)
    if (!box) return { ok: false, why: `The file breaks off or turns into something else at byte ${start}.` }
    boxes.push(box)
    start += box.bytes
    if (boxes.length > MOST_BOXES) return { ok: false, why: `The file has more than ${MOST_BOXES} parts.` }
  }
  return { ok: true, boxes }
}

async function readBox(reader: ByteReader, start: number): Promise<Box | null> {
  const head = await reader.read(start, 16)
  if (head.length < 8) return null
  const type = head.toString('latin1', 4, 8)
  const bytes = boxSize(head)
  if (bytes === null || !/^[ 0-9A-Za-z]{4}$/.test(type)) return null
  return start + bytes > reader.bytes ? null : { type, start, bytes }
}

function boxSize(head: Buffer): number | null {
  const short = head.readUInt32BE(0)
  if (short !== 1) return short < 8 ? null : short
  if (head.length < 16) return null
  const long = Number(head.readBigUInt64BE(8))
  return long < 16 || !Number.isSafeInteger(long) ? null : long
}
