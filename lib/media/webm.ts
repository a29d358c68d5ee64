import 'server-only'
import type { ByteReader } from '@/lib/media/boxes'

const HEADER = 0x1a45dfa3
const SEGMENT = 0x18538067

/**
 * Whether a WebM is its header and one segment, up to the last byte (RFC 8794, RFC 9559). A segment of unknown
 * length is refused: nobody could tell whether the file is whole.
 */
export async function isWholeWebm(reader: ByteReader): Promise<boolean> {
  const header = await elementAt(reader, 0)
  if (header?.id !== HEADER) return false
  const segment = await elementAt(reader, header.end)
  return segment?.id === SEGMENT && segment.end === reader.bytes
}

async function elementAt(reader: ByteReader, start: number): Promise<{ id: number; end: number } | null> {
  const head = await reader.read(start, 12)
  if (head.length < 5) return null
  const size = readSize(head.subarray(4))
  return size && { id: head.readUInt32BE(0), end: start + 4 + size.length + size.value }
}

/** A length of one to eight bytes, whose first one bit says how many; all ones means unknown. */
function readSize(head: Buffer): { length: number; value: number } | null {
  const first = head[0] ?? 0
  const length = Math.clz32(first) - 23
  if (length > 8 || head.length < length) return null
  const most = 2 ** (7 * length)
  let value = first - 2 ** (8 - length)
  for (const byte of head.subarray(1, length)) value = value * 256 + byte
  return value >= most - 1 ? null : { length, value }
}
