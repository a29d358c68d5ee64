import 'server-only'
import { fileTypeFromBuffer } from 'file-type'
import { type Box, type ByteReader, walkBoxes } from '@/lib/media/boxes'
import { openRegular } from '@/lib/media/durable'
import { diskError, MediaError } from '@/lib/media/error'
import { type ClipFacts, inspect } from '@/lib/media/inspect'
import { fileReader } from '@/lib/media/reader'
import { checkTables } from '@/lib/media/tables'

export type { ClipFacts }

export type Verdict =
  | { ok: true; clip: ClipFacts }
  | { ok: false; code: 'not-mp4' | 'cut' | 'no-video' | 'unreadable'; why: string }

type Refusal = Extract<Verdict, { ok: false }>

/** Files made of boxes, by the type they are kept as, and what file-type calls them: browsers play an M4V as MP4. */
const TYPES = { 'video/mp4': ['video/mp4', 'video/x-m4v'], 'video/quicktime': ['video/quicktime'] }
const MAGIC_BYTES = 4100

/**
 * Looks through a whole file: its first bytes, its boxes up to the last byte, then its tables.
 * A file that passes is a clip; one that does not gets a sentence. Nothing is changed. (A fragmented file cut exactly
 * between two fragments is a whole, shorter file: only the announced length tells, see `receiveMedia`.)
 * @throws MediaError `disk` when the file itself cannot be read
 */
export async function verifyClip(path: string): Promise<Verdict> {
  try {
    const file = await openRegular(path)
    if (!file) throw new MediaError('disk')
    try {
      return await verify(fileReader(file.handle, file.bytes))
    } finally {
      await file.handle.close()
    }
  } catch (error) {
    throw diskError(error)
  }
}

/** The same for bytes from anywhere, and for MOV. */
export async function verify(reader: ByteReader, mime: keyof typeof TYPES = 'video/mp4'): Promise<Verdict> {
  const type = await fileTypeFromBuffer(await reader.read(0, MAGIC_BYTES))
  if (!type || !TYPES[mime].includes(type.mime)) return notMp4(type?.mime)
  const walk = await walkBoxes(reader)
  if (!walk.ok) return { ok: false, code: 'cut', why: walk.why }
  const refusal = missingBox(walk.boxes)
  if (refusal) return refusal
  const why = await checkTables(reader, walk.boxes)
  if (why) return { ok: false, code: 'cut', why }
  const inspection = await inspect(reader)
  return inspection.ok ? { ok: true, clip: { mime, ...inspection.clip } } : inspection
}

function notMp4(mime: string | undefined): Refusal {
  return { ok: false, code: 'not-mp4', why: `The file is not an MP4 but ${mime ?? 'of no kind known here'}.` }
}

function missingBox(boxes: Box[]): Refusal | null {
  const types = new Set(boxes.map((box) => box.type))
  if (boxes[0]?.type !== 'ftyp') return notMp4(undefined)
  if (!types.has('moov')) return { ok: false, code: 'cut', why: 'The file has no table of contents (moov).' }
  if (!types.has('mdat')) return { ok: false, code: 'cut', why: 'The file has no pictures in it (mdat).' }
  return null
}
