import 'server-only'
import { findAsset } from '@/lib/generations/store'
import { refuse, type UploadRefusal } from '@/lib/library/refusal'
import { isHash } from '@/lib/media/folder'
import type { FileKind } from '@/lib/media/recognise'

/** The clip that a picture is a frame of. */
export interface TakenFrom {
  hash: string
  /** Where in the clip, ms. */
  atMs: number
}

/** What a sender says of that, as it came: null where it says nothing. */
export interface SourceClaim {
  from: string | null
  at: string | null
}

const UNREADABLE = 'The address does not say which clip the frame is of, and where in it. Nothing was kept.'
const NO_PICTURE = 'Only a picture can be a frame of a clip. Nothing was kept.'
const GONE = 'The clip the frame is of is not in the library any more. Nothing was kept.'
const TOO_LATE = 'The clip the frame is of is not that long. Nothing was kept.'

/** Holds a file that says it is a frame against the library: it is a picture, its clip is here, and is that long. */
export async function checkSource(
  { from: hash, at }: SourceClaim,
  kind: FileKind,
): Promise<{ ok: true; takenFrom: TakenFrom | null } | UploadRefusal> {
  if (hash === null && at === null) return { ok: true, takenFrom: null }
  if (hash === null || !isHash(hash) || at === null || !/^\d{1,9}$/.test(at)) return refuse('wrong-source', UNREADABLE)
  if (kind !== 'picture') return refuse('wrong-source', NO_PICTURE)
  const clip = await findAsset(hash)
  if (!clip?.mime.startsWith('video/')) return refuse('wrong-source', GONE)
  const atMs = Number(at)
  return atMs > clip.durationMs ? refuse('wrong-source', TOO_LATE) : { ok: true, takenFrom: { hash, atMs } }
}
