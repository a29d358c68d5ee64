import 'server-only'
import type { ByteReader } from '@/lib/media/boxes'
import type { Fault } from '@/lib/media/fault'
import { riffFault } from '@/lib/media/riff'
import { jpegFault } from '@/lib/media/whole-jpeg'
import { throughWindow } from '@/lib/media/window'

/** Chunks or blocks of a picture; a file of nothing but tiny ones must not keep the server busy. */
const MOST_PARTS = 2_000_000

/** Whether a picture goes on to its own end, and ends there. The decoder alone does not tell: it is content with less. */
export function pictureFault(reader: ByteReader, mime: string): Promise<Fault | null> {
  const ahead = throughWindow(reader)
  if (mime === 'image/png') return pngFault(ahead)
  if (mime === 'image/gif') return gifFault(ahead)
  return mime === 'image/webp' ? riffFault(ahead) : jpegFault(ahead)
}

/** Chunks up to `IEND` (PNG, third edition, 5.3). */
async function pngFault(reader: ByteReader): Promise<Fault | null> {
  let at = 8
  for (let parts = 0; parts < MOST_PARTS; parts += 1) {
    const head = await reader.read(at, 8)
    if (head.length < 8) return 'cut'
    at += 12 + head.readUInt32BE(0)
    if (at > reader.bytes) return 'cut'
    if (head.toString('latin1', 4, 8) === 'IEND') return endsAt(at, reader)
  }
  return 'unreadable'
}

const EXTENSION = 0x21
const IMAGE = 0x2c
const TRAILER = 0x3b

/** Blocks up to the trailer (GIF89a, 17 to 27). */
async function gifFault(reader: ByteReader): Promise<Fault | null> {
  const screen = await reader.read(0, 13)
  if (screen.length < 13) return 'cut'
  let at = 13 + tableBytes(screen[10] ?? 0)
  const parts = { left: MOST_PARTS }
  while (at < reader.bytes && parts.left > 0) {
    const head = await reader.read(at, 10)
    if (head[0] === TRAILER) return endsAt(at + 1, reader)
    if (head[0] !== EXTENSION && head[0] !== IMAGE) return 'cut'
    // An image: its place, its own colours, the size of its codes. An extension: its label.
    at = await skipBlocks(reader, at + (head[0] === IMAGE ? 11 + tableBytes(head[9] ?? 0) : 2), parts)
  }
  return parts.left > 0 ? 'cut' : 'unreadable'
}

const tableBytes = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

/** Past the blocks of up to 255 bytes that begin here, to behind the empty one; past the file when it breaks off. */
async function skipBlocks(reader: ByteReader, start: number, parts: { left: number }): Promise<number> {
  let at = start
  while (parts.left > 0) {
    parts.left -= 1
    const [length] = await reader.read(at, 1)
    if (length === undefined) return reader.bytes + 1
    at += 1 + length
    if (length === 0) return at
  }
  return at
}

const endsAt = (end: number, { bytes }: ByteReader): Fault | null => (end === bytes ? null : 'behind')
