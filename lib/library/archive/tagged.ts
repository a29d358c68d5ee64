import 'server-only'
import { createHash } from 'node:crypto'
import { studioDb } from '@/lib/db/client'
import { type ClipRecord, clipRecord, RECORD_INCLUDE } from '@/lib/library/archive/clip-record'
import { makeTag } from '@/lib/media/tag'

/** What is sent behind a clip that is downloaded, and a name for it. */
export interface ClipTail {
  bytes: Uint8Array
  /** The same bytes have the same one. */
  etag: string
}

/** The metadata of a generation's clip; null when it is not of this generation. */
export async function tailOf(generationId: string, hash: string): Promise<ClipTail | null> {
  const db = await studioDb()
  const row = await db.generation.findFirst({
    where: { id: generationId, assetHash: hash, deletedAt: null },
    include: RECORD_INCLUDE,
  })
  const record = row?.asset?.mime === 'video/mp4' ? clipRecord(row, row.asset) : null
  if (!record) return null
  const bytes = tagFor(record)
  const name = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  return { bytes, etag: `${hash}-${name}` }
}

/** The box for a record. */
export function tagFor(record: ClipRecord): Buffer {
  return makeTag({
    description: record.input.prompt,
    tool: `Squero, ${record.model.name}`,
    createdAt: record.createdAt,
    record: JSON.stringify(record),
  })
}
