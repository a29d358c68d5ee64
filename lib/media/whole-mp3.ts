import 'server-only'
import type { ByteReader } from '@/lib/media/boxes'
import type { Fault } from '@/lib/media/fault'

const KBITS = {
  one: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  two: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
}
const RATES = [44_100, 48_000, 32_000]
/** Padding behind the last frame. Bytes. */
const MOST_ZEROES = 64 * 1024

/**
 * Frame by frame to the end (ISO/IEC 11172-3, 2.4.1.3): each must lie in the file, and there must be as many as the
 * first one counts, where an encoder wrote that. Only tags may stand before and behind them.
 */
export async function mp3Fault(reader: ByteReader): Promise<Fault | null> {
  const start = await tagEnd(reader)
  const counted = await countedFrames(reader, start)
  let frames = 0
  let at = start
  for (let bytes = frameBytes(await reader.read(at, 4)); bytes; bytes = frameBytes(await reader.read(at, 4))) {
    at += bytes
    frames += 1
  }
  if (frames === 0) return 'unreadable'
  if (at > reader.bytes || frames < counted) return 'cut'
  return tailFault(reader, at)
}

/** The length of the frame that begins with these bytes; 0: none does. */
function frameBytes(head: Buffer): number {
  if (head.length < 4) return 0
  const word = head.readUInt32BE(0)
  const version = (word >>> 19) & 3
  // Eleven ones, a version, layer III.
  if (word >>> 21 !== 0x7ff || version === 1 || ((word >>> 17) & 3) !== 1) return 0
  const kbits = KBITS[version === 3 ? 'one' : 'two'][(word >>> 12) & 15] ?? 0
  const rate = (RATES[(word >>> 10) & 3] ?? 0) / (version === 3 ? 1 : version === 2 ? 2 : 4)
  if (kbits === 0 || rate === 0) return 0
  return Math.floor(((version === 3 ? 144 : 72) * kbits * 1000) / rate) + ((word >>> 9) & 1)
}

/** Behind the ID3v2 tags; their sizes have seven bits a byte. */
async function tagEnd(reader: ByteReader): Promise<number> {
  let at = 0
  for (;;) {
    const head = await reader.read(at, 10)
    if (head.length < 10 || head.toString('latin1', 0, 3) !== 'ID3') return at
    const bytes = head.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 127), 0)
    at += 10 + bytes + ((head[5] ?? 0) & 0x10 ? 10 : 0)
  }
}

/** How many frames the first one says there are (`Xing`, `Info`); 0: it does not say. */
async function countedFrames(reader: ByteReader, start: number): Promise<number> {
  const head = await reader.read(start, 64)
  const at = Math.max(head.indexOf('Xing'), head.indexOf('Info'))
  if (at < 0 || at + 12 > head.length) return 0
  return head.readUInt32BE(at + 4) & 1 ? head.readUInt32BE(at + 8) : 0
}

async function tailFault(reader: ByteReader, start: number): Promise<Fault | null> {
  let at = start
  while (at < reader.bytes) {
    const bytes = await tagBytes(reader, at)
    if (bytes === 0) return 'cut'
    at += bytes
  }
  return at === reader.bytes ? null : 'cut'
}

/** An ID3v1 or APEv2 tag, or padding; 0: none of them. */
async function tagBytes(reader: ByteReader, at: number): Promise<number> {
  const head = await reader.read(at, 32)
  if (head.toString('latin1', 0, 3) === 'TAG') return 128
  if (head.length === 32 && head.toString('latin1', 0, 8) === 'APETAGEX') return 32 + head.readUInt32LE(12)
  const left = reader.bytes - at
  const rest = left <= MOST_ZEROES ? await reader.read(at, left) : null
  return rest?.every((byte) => byte === 0) ? left : 0
}
