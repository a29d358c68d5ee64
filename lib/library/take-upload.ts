import 'server-only'
import { rm } from 'node:fs/promises'
import { groundMedium } from '@/lib/generations/ground-media'
import { mediaFolder } from '@/lib/generations/media-folder'
import type { AssetMedium } from '@/lib/generations/media-input'
import { foundSettings } from '@/lib/library/archive/found'
import { restoreClip } from '@/lib/library/archive/restore-clip'
import { untag } from '@/lib/library/archive/untag'
import type { FoundSettings } from '@/lib/library/archive/view'
import { type Incoming, openIncoming } from '@/lib/library/incoming'
import { keepUpload } from '@/lib/library/keep-upload'
import { MOST_BYTES, refuse, refuseBroken, refuseLarge, type UploadRefusal } from '@/lib/library/refusal'
import { checkSource, type SourceClaim, type TakenFrom } from '@/lib/library/taken-from'
import { MediaError } from '@/lib/media/error'
import { faultSentence } from '@/lib/media/fault'
import { lookInto } from '@/lib/media/look-into'
import { newUploadPart } from '@/lib/media/part'
import { type Received, receiveMedia } from '@/lib/media/receive'
import { type FileForm, HEAD_BYTES, recognise } from '@/lib/media/recognise'
import { UPLOAD_KEEPS_FREE } from '@/lib/media/room'

export interface Upload {
  body: ReadableStream<Uint8Array> | null
  /** What the sender announced; null when it did not. Bytes. */
  bytes: number | null
  /** As the file was called where it came from. */
  name: string
  /** Of which clip it is a frame, as the sender says. */
  source?: SourceClaim
  signal?: AbortSignal
  /** A clip that tells how it was made becomes a clip of the library again; else it is an upload like any other. */
  restore?: boolean
}

/** `found`: what a clip that left a studio with its metadata told of itself. */
export type Taken = { ok: true; medium: AssetMedium; found: FoundSettings | null } | UploadRefusal

/**
 * Takes a file into the library: its first bytes tell what it is; then it is streamed to a temporary name in the
 * folder it will stay in, hashed, fsynced, looked through, renamed and committed. The same bytes are one asset. After a
 * refusal nothing of it is left: no row, no file, no temporary.
 */
export async function takeUpload({ body, ...announced }: Upload): Promise<Taken> {
  if (!body) return refuse('unfit', 'The file is empty.')
  const incoming = openIncoming(body)
  const taken = await take(incoming, announced)
  // All of it was read, or its sender is not there any more, unless it was refused early.
  await incoming.forget(taken.ok || taken.code === 'broken-off' ? 0 : MOST_BYTES.clip)
  return taken
}

type Announced = Omit<Upload, 'body'>

const NO_SOURCE: SourceClaim = { from: null, at: null }

async function take(incoming: Incoming, announced: Announced): Promise<Taken> {
  const head = await incoming.head(HEAD_BYTES).catch(() => null)
  if (!head) return refuseBroken({ code: 'cut' }, 'document')
  const recognised = await recognise(head)
  if (!recognised.ok) return refuse('unfit', recognised.sentence)
  const { form } = recognised
  const source = await checkSource(announced.source ?? NO_SOURCE, form.kind)
  if (!source.ok) return source
  if ((announced.bytes ?? 0) > MOST_BYTES[form.kind]) return refuseLarge(form.kind)
  try {
    return await receive(incoming, announced, { form, takenFrom: source.takenFrom })
  } catch (error) {
    if (error instanceof MediaError) return refuseBroken(error, form.kind)
    throw error
  }
}

/** What is known of a file before its bytes are here. */
interface Known {
  form: FileForm
  takenFrom: TakenFrom | null
}

/** @throws MediaError */
async function receive(incoming: Incoming, announced: Announced, known: Known): Promise<Taken> {
  const { form } = known
  const folder = await mediaFolder()
  const part = newUploadPart(folder, form.mime)
  try {
    const reception = await receiveMedia(incoming.pieces(), {
      folder,
      name: 'upload',
      part,
      expectedBytes: announced.bytes,
      maxBytes: MOST_BYTES[form.kind],
      keepFree: UPLOAD_KEEPS_FREE,
      signal: announced.signal,
    })
    return reception.kind === 'whole'
      ? await examine(reception.received, known, announced)
      : refuseBroken(reception.error, form.kind)
  } finally {
    await rm(part.path, { force: true })
  }
}

/** @throws MediaError */
async function examine(
  came: Received,
  { form, takenFrom }: Known,
  { name, restore = false }: Announced,
): Promise<Taken> {
  const tagged = form.mime === 'video/mp4' ? await untag(came) : null
  const received = tagged?.received ?? came
  const looked = await lookInto(received.path, form)
  if (!looked.ok) return refuse('unfit', faultSentence(looked.fault, form.kind))
  const clip = restore && tagged?.original ? await restoreClip(tagged, looked.facts) : null
  const medium =
    (clip && (await groundMedium(received.hash))) ?? (await keepUpload(received, looked, { name, takenFrom }))
  return { ok: true, medium, found: tagged && (await foundSettings(tagged, clip)) }
}
