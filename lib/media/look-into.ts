import 'server-only'
import type { ByteReader } from '@/lib/media/boxes'
import type { DerivativeFacts } from '@/lib/media/derivative'
import { openRegular } from '@/lib/media/durable'
import { diskError, MediaError } from '@/lib/media/error'
import type { Fault } from '@/lib/media/fault'
import { inspect } from '@/lib/media/inspect'
import { lookIntoPicture } from '@/lib/media/picture'
import { textFault } from '@/lib/media/plain-text'
import { fileReader } from '@/lib/media/reader'
import type { FileForm } from '@/lib/media/recognise'
import { lookIntoSound } from '@/lib/media/sound'
import { type ClipFacts, verify } from '@/lib/media/verify'
import { isWholeWebm } from '@/lib/media/webm'
import { pdfFault } from '@/lib/media/whole-pdf'

/** The poster of a picture, made while it was decoded. */
export type MadePoster = Omit<DerivativeFacts, 'bytes'> & { bytes: Uint8Array }

/** What a whole file is: as a clip's facts, 0 where its kind has none. */
export type Looked = { ok: true; facts: ClipFacts; poster?: MadePoster } | { ok: false; fault: Fault }

/**
 * Looks through a whole file of a recognised type: that it goes on to its end and ends there, that it can be decoded,
 * and what it is. Nothing is changed.
 * @throws MediaError `disk` when the file itself cannot be read
 */
export async function lookInto(path: string, form: FileForm): Promise<Looked> {
  try {
    const file = await openRegular(path)
    if (!file) throw new MediaError('disk')
    try {
      return await look(fileReader(file.handle, file.bytes), form, path)
    } finally {
      await file.handle.close()
    }
  } catch (error) {
    throw diskError(error)
  }
}

async function look(reader: ByteReader, { kind, mime }: FileForm, path: string): Promise<Looked> {
  if (kind === 'picture') return lookIntoPicture(reader, mime, path)
  if (kind === 'sound') return lookIntoSound(reader, mime)
  if (kind === 'clip') return mime === 'video/webm' ? lookIntoWebm(reader) : lookIntoBoxes(reader, mime)
  const fault = await (mime === 'application/pdf' ? pdfFault(reader) : textFault(reader))
  const facts = { mime, width: 0, height: 0, durationMs: 0, fps: null, hasAudio: false }
  return fault ? { ok: false, fault } : { ok: true, facts }
}

async function lookIntoBoxes(reader: ByteReader, mime: string): Promise<Looked> {
  const verdict = await verify(reader, mime === 'video/quicktime' ? mime : 'video/mp4')
  return verdict.ok ? { ok: true, facts: verdict.clip } : { ok: false, fault: FAULTS[verdict.code] }
}

async function lookIntoWebm(reader: ByteReader): Promise<Looked> {
  if (!(await isWholeWebm(reader))) return { ok: false, fault: 'cut' }
  const inspection = await inspect(reader)
  return inspection.ok
    ? { ok: true, facts: { mime: 'video/webm', ...inspection.clip } }
    : { ok: false, fault: FAULTS[inspection.code] }
}

const FAULTS = { cut: 'cut', unreadable: 'unreadable', 'not-mp4': 'unreadable', 'no-video': 'no-picture' } as const
