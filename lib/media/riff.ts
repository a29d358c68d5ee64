import 'server-only'
import type { ByteReader } from '@/lib/media/boxes'
import type { Fault } from '@/lib/media/fault'

const MOST_CHUNKS = 100_000

/** Whether the chunks of a WAV or WebP add up to what its header says, and that to the whole file. */
export async function riffFault(reader: ByteReader): Promise<Fault | null> {
  const head = await reader.read(0, 12)
  if (head.length < 12) return 'cut'
  const said = 8 + head.readUInt32LE(4)
  if (said > reader.bytes) return 'cut'
  // A size that is odd is padded, and some do not count the padding.
  if (said + (said & 1) < reader.bytes) return 'behind'
  return chunksFault(reader, said)
}

async function chunksFault(reader: ByteReader, end: number): Promise<Fault | null> {
  let at = 12
  for (let chunks = 0; chunks < MOST_CHUNKS; chunks += 1) {
    if (at === end || at === end + 1) return null
    const head = await reader.read(at, 8)
    if (head.length < 8) return 'cut'
    const bytes = head.readUInt32LE(4)
    if (at + 8 + bytes > end) return 'cut'
    at += 8 + bytes + (bytes & 1)
  }
  return 'unreadable'
}
