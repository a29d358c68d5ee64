import 'server-only'
import type { ByteReader } from '@/lib/media/boxes'
import type { Fault } from '@/lib/media/fault'

const PIECE_BYTES = 64 * 1024
const END = 0xd9
const SCAN = 0xda

/**
 * Segments and scans up to the end of the image (ITU-T T.81, B.1). Cameras put more behind it, and that is no fault:
 * a second image (gain maps, MPF), a short film (`ftyp`), or the trailer of one maker (`SEFT`).
 */
export async function jpegFault(reader: ByteReader): Promise<Fault | null> {
  let at: number | null = 2
  while (at !== null) {
    const marker = await markerAt(reader, at)
    if (!marker) return 'cut'
    if (marker.code === END) return tailFault(reader, marker.end)
    const end: number | null = isAlone(marker.code) ? marker.end : await segmentEnd(reader, marker.end)
    at = end !== null && marker.code === SCAN ? await scanEnd(reader, end) : end
  }
  return 'cut'
}

/** Markers without a length: restarts and `TEM`. */
const isAlone = (code: number) => code === 0x01 || (code >= 0xd0 && code <= 0xd7)

async function markerAt(reader: ByteReader, start: number): Promise<{ code: number; end: number } | null> {
  const head = await reader.read(start, 64)
  if (head[0] !== 0xff) return null
  const at = head.findIndex((byte) => byte !== 0xff)
  const code = head[at]
  return at < 1 || code === undefined ? null : { code, end: start + at + 1 }
}

async function segmentEnd(reader: ByteReader, start: number): Promise<number | null> {
  const head = await reader.read(start, 2)
  if (head.length < 2) return null
  const end = start + head.readUInt16BE(0)
  return end > reader.bytes || end < start + 2 ? null : end
}

/** Where the next marker stands that is neither a stuffed byte nor a restart. */
async function scanEnd(reader: ByteReader, start: number): Promise<number | null> {
  for (let from = start; from < reader.bytes - 1; ) {
    const piece = await reader.read(from, PIECE_BYTES)
    for (let at = piece.indexOf(0xff); at !== -1 && at + 1 < piece.length; at = piece.indexOf(0xff, at + 1)) {
      const code = piece[at + 1] ?? 0
      if (code !== 0 && code !== 0xff && !isAlone(code)) return from + at
    }
    // The last byte may be the first half of a marker.
    from += Math.max(1, piece.length - 1)
  }
  return null
}

async function tailFault(reader: ByteReader, start: number): Promise<Fault | null> {
  let at = start
  while (at < reader.bytes) {
    const piece = await reader.read(at, PIECE_BYTES)
    const first = piece.findIndex((byte) => byte !== 0)
    if (first >= 0) return (await isFromCamera(reader, at + first)) ? null : 'behind'
    at += piece.length
  }
  return null
}

async function isFromCamera(reader: ByteReader, start: number): Promise<boolean> {
  // The zeroes before a box belong to its length.
  const head = (await reader.read(Math.max(0, start - 3), 16)).toString('latin1')
  if (/ftyp/.test(head)) return true
  if ((await reader.read(start, 3)).equals(Buffer.of(0xff, 0xd8, 0xff))) return true
  return (await reader.read(reader.bytes - 4, 4)).toString('latin1') === 'SEFT'
}
