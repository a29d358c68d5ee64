import 'server-only'
import { fileTypeFromBuffer } from 'file-type'
import { isText, markupIn } from '@/lib/media/plain-text'

export type FileKind = 'picture' | 'clip' | 'sound' | 'document'

/** A type of file that the library takes. */
export interface FileForm {
  kind: FileKind
  mime: string
}

export type Recognised = { ok: true; form: FileForm } | { ok: false; sentence: string }

/** So many of the first bytes are needed to tell what a file is. */
export const HEAD_BYTES = 4100

/** What file-type calls it → what it is kept as. */
const TAKEN: Record<string, FileForm> = {
  'image/png': { kind: 'picture', mime: 'image/png' },
  'image/apng': { kind: 'picture', mime: 'image/png' },
  'image/jpeg': { kind: 'picture', mime: 'image/jpeg' },
  'image/webp': { kind: 'picture', mime: 'image/webp' },
  'image/gif': { kind: 'picture', mime: 'image/gif' },
  'video/mp4': { kind: 'clip', mime: 'video/mp4' },
  'video/x-m4v': { kind: 'clip', mime: 'video/mp4' },
  'video/quicktime': { kind: 'clip', mime: 'video/quicktime' },
  'video/webm': { kind: 'clip', mime: 'video/webm' },
  'audio/wav': { kind: 'sound', mime: 'audio/wav' },
  'audio/mpeg': { kind: 'sound', mime: 'audio/mpeg' },
  'application/pdf': { kind: 'document', mime: 'application/pdf' },
  'text/vcard': { kind: 'document', mime: 'text/plain' },
  'text/calendar': { kind: 'document', mime: 'text/plain' },
  'text/vtt': { kind: 'document', mime: 'text/plain' },
}

const ALL =
  'the studio takes pictures (PNG, JPEG, WebP, GIF), clips (MP4, MOV, WebM), sounds (WAV, MP3) and documents (PDF, plain text)'

/** Tells by its first bytes what a file is, whatever it is called, and whether the library takes such files. */
export async function recognise(head: Buffer): Promise<Recognised> {
  if (head.length === 0) return refused('The file is empty.')
  const type = await fileTypeFromBuffer(head)
  if (type && Object.hasOwn(TAKEN, type.mime)) {
    const form = TAKEN[type.mime]
    if (form) return { ok: true, form }
  }
  const markup = markupIn(head)
  if (markup)
    return refused(markup === 'an SVG drawing' ? `This is ${markup}: convert it to PNG.` : `This is ${markup}; ${ALL}.`)
  if (type) return refused(sentenceFor(type))
  if (isText(head)) return { ok: true, form: { kind: 'document', mime: 'text/plain' } }
  return refused(`This is a file of a type not known here; ${ALL}.`)
}

/** Names that people know better than the ending. */
const NAMES: Record<string, string> = {
  tif: 'TIFF',
  mkv: 'MKV (Matroska)',
  m4a: 'AAC (M4A)',
  oga: 'OGG',
  jxl: 'JPEG XL',
}

function sentenceFor({ ext, mime }: { ext: string; mime: string }): string {
  const name = (Object.hasOwn(NAMES, ext) ? NAMES[ext] : undefined) ?? ext.toUpperCase()
  if (mime.startsWith('image/')) return `This is a picture in ${name}: convert it to JPEG, PNG or WebP.`
  if (mime.startsWith('video/')) return `This is a clip in ${name}: convert it to MP4.`
  if (mime.startsWith('audio/')) return `This is a sound in ${name}: convert it to WAV or MP3.`
  return `This is a file of the type ${name}; ${ALL}.`
}

const refused = (sentence: string): Recognised => ({ ok: false, sentence })
