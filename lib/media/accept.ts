import 'server-only'
import { fileTypeFromBuffer } from 'file-type'
import type { DerivativeFacts } from '@/lib/media/derivative'
import { keepDerivative } from '@/lib/media/derive'
import type { MediaFolder } from '@/lib/media/folder'
import { type ClipFacts, inspect } from '@/lib/media/inspect'
import { encodePoster, pictureSize } from '@/lib/media/poster'
import { memoryReader } from '@/lib/media/reader'
import { MOST_DERIVATIVE_BYTES, PREVIEW, previewSize, type Size, sameShape } from '@/lib/media/sizes'
import { verify } from '@/lib/media/verify'
import { isWholeWebm } from '@/lib/media/webm'

export interface Handed {
  folder: MediaFolder
  /** The clip's. */
  hash: string
  kind: DerivativeFacts['kind']
  bytes: Uint8Array
  clip: Pick<ClipFacts, 'width' | 'height' | 'durationMs'>
}

export type Acceptance = { ok: true; facts: DerivativeFacts } | { ok: false; sentence: string }

type Checked =
  | { ok: true; made: Omit<DerivativeFacts, 'bytes'> & { bytes: Uint8Array } }
  | { ok: false; sentence: string }

const PICTURES = ['image/webp', 'image/jpeg', 'image/png']
/** Encoders end on a whole frame, some a few frames later. */
const SLACK_MS = 1000

/**
 * Takes a poster or preview a browser made, after the same doubts as anything from outside: pictures are decoded and
 * encoded again, previews must be whole, short, silent and of the clip's shape.
 * @throws MediaError `disk-full`, `disk`, `bad-name`
 */
export async function acceptDerivative(handed: Handed): Promise<Acceptance> {
  const checked = await check(handed)
  if (!checked.ok) return checked
  return { ok: true, facts: await keepDerivative(handed.folder, handed.hash, checked.made) }
}

async function check(handed: Handed): Promise<Checked> {
  if (handed.bytes.length > MOST_DERIVATIVE_BYTES) return refused(`The ${handed.kind} is larger than 1 MB.`)
  const mime = (await fileTypeFromBuffer(handed.bytes))?.mime ?? 'unknown'
  return handed.kind === 'poster' ? checkPoster(handed, mime) : checkPreview(handed, mime)
}

async function checkPoster({ bytes, clip }: Handed, mime: string): Promise<Checked> {
  if (!PICTURES.includes(mime)) return refused('The poster is neither WebP nor JPEG nor PNG.')
  try {
    if (!sameShape(await pictureSize(bytes), clip)) return refused("The poster does not have the clip's shape.")
    return { ok: true, made: { kind: 'poster', madeBy: 'browser', ...(await encodePoster(bytes, clip)) } }
  } catch {
    return refused('The poster cannot be decoded.')
  }
}

async function checkPreview({ bytes, clip }: Handed, mime: string): Promise<Checked> {
  const seen = await readPreview(bytes, mime)
  if (!seen) return refused('The preview is not a whole MP4 or WebM.')
  if (seen.hasAudio) return refused('The preview has sound.')
  if (seen.durationMs > PREVIEW.seconds * 1000 + SLACK_MS) return refused('The preview is longer than 4 seconds.')
  if (!sameShape(seen, clip)) return refused("The preview does not have the clip's shape.")
  if (isLarger(seen, previewSize(clip))) return refused('The preview has too many pixels.')
  return { ok: true, made: { kind: 'preview', madeBy: 'browser', mime, bytes, width: seen.width, height: seen.height } }
}

async function readPreview(bytes: Uint8Array, mime: string) {
  const reader = memoryReader(bytes)
  if (mime === 'video/webm') {
    const inspection = (await isWholeWebm(reader)) ? await inspect(reader) : null
    return inspection?.ok ? inspection.clip : null
  }
  const verdict = mime === 'video/mp4' ? await verify(reader) : null
  return verdict?.ok ? verdict.clip : null
}

/** Twice the side: some encoders round up to whole blocks. */
const isLarger = (seen: Size, box: Size) => seen.width > box.width * 2 || seen.height > box.height * 2

const refused = (sentence: string): Checked => ({ ok: false, sentence })
