import 'server-only'
import { type ClipRecord, clipRecordShape } from '@/lib/library/archive/clip-record'
import type { Received } from '@/lib/media/receive'
import { readTag, restoreOriginal } from '@/lib/media/tag'

/** A file that came with how it was made. */
export interface Tagged {
  record: ClipRecord
  /** The clip as it was before its metadata were put behind it; else the file as it came. */
  received: Received
  /** Whether its bytes are those of the clip that the record tells of. */
  original: boolean
}

/**
 * What a received MP4 tells of itself, and the file without it where that gives back the clip it was made for, byte for
 * byte. null: it tells nothing.
 * @throws MediaError `disk-full`, `disk`
 */
export async function untag(received: Received): Promise<Tagged | null> {
  const tag = await readTag(received.path)
  const record = tag && recordIn(tag.record)
  if (!record) return null
  const { sha256: hash, bytes } = record
  const original = tag.start === bytes && (await restoreOriginal(received.path, bytes, hash))
  return { record, original, received: original ? { path: received.path, hash, bytes } : received }
}

function recordIn(text: string): ClipRecord | null {
  try {
    return clipRecordShape.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
