import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Db } from '@/lib/db/client'
import type { Scene } from '@/lib/library/archive/import/scene'
import { foldTag, tagName } from '@/lib/library/tag-name'

/** What the archive tells of a file, before the file is here, or without it where that was deleted. */
export async function knowAsset({ db, assets }: Scene, hash: string): Promise<void> {
  const record = assets.get(hash)
  if (!record) return
  const { mime, bytes, width, height, durationMs, fps, hasAudio, createdAt, name, takenFromHash, takenAtMs } = record
  const seen = { mime, bytes: BigInt(bytes), width, height, durationMs, fps, hasAudio }
  const told = { name, takenFromHash, takenAtMs }
  const row = { hash, createdAt: new Date(createdAt), ...seen, ...told }
  await db.asset.upsert({ where: { hash }, create: row, update: {} })
}

/** The ids here of tags with these names; one that is not here is made. */
export async function tagsOf(db: Db, accountId: string, names: readonly string[]): Promise<string[]> {
  const ids = new Set<string>()
  for (const written of names) {
    const name = tagName.safeParse(written).data
    if (name === undefined) continue
    const key = foldTag(name)
    const where = { accountId_key: { accountId, key } }
    const { id } = await db.tag.upsert({ where, create: { id: randomUUID(), accountId, key, name }, update: {} })
    ids.add(id)
  }
  return [...ids]
}
