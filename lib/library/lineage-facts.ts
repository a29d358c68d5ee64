import 'server-only'
import type { Db } from '@/lib/db/client'
import { inParts } from '@/lib/db/in-pages'
import type { Kin } from '@/lib/library/kin'
import type { LineageUpload } from '@/lib/library/lineage-view'

/** What the library knows of a generation. */
export interface KinFacts {
  poster: boolean
  durationMs: number | null
  /** µUSD */
  chargedMicroUsd: number | null
  /** How many were made from it. */
  children: number
}

const UNKNOWN: KinFacts = { poster: false, durationMs: null, chargedMicroUsd: null, children: 0 }

/** What the library knows of these, by their ids; of what was deleted, nothing. */
export async function factsOf(db: Db, kin: readonly Kin[]): Promise<Map<string, KinFacts>> {
  const ids = kin.map(({ id }) => id)
  const entries = await inParts(ids, (part) =>
    db.libraryEntry.findMany({
      where: { generationId: { in: part } },
      select: { generationId: true, poster: true, durationMs: true, chargedMicroUsd: true, children: true },
    }),
  )
  const known = new Map(
    entries.map(({ generationId, chargedMicroUsd, ...rest }) => [
      generationId,
      { ...rest, chargedMicroUsd: chargedMicroUsd === null ? null : Number(chargedMicroUsd) },
    ]),
  )
  return new Map(ids.map((id) => [id, known.get(id) ?? UNKNOWN]))
}

/** Files that were brought, by their hashes. */
export async function uploadsOf(db: Db, hashes: readonly string[]): Promise<Map<string, LineageUpload>> {
  const files = await inParts(hashes, (part) => db.asset.findMany({ where: { hash: { in: part } } }))
  return new Map(
    files.map(({ hash, name, mime, width, height }) => [
      hash,
      { kind: 'upload', hash, name: name ?? hash.slice(0, 8), mime, width, height },
    ]),
  )
}
