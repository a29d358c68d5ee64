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
  const entries = await inParts(
    kin.map(({ id }) => id),
    (part) =>
      db.libraryEntry.findMany({
        where: { generationId: { in: part } },
        select: { generationId: true, durationMs: true, chargedMicroUsd: true, children: true },
      }),
  )
  const posters = await inParts(
    kin.flatMap(({ assetHash }) => assetHash ?? []),
    (part) =>
      db.derivative.findMany({ where: { assetHash: { in: part }, kind: 'poster' }, select: { assetHash: true } }),
  )
  const pictured = new Set(posters.map(({ assetHash }) => assetHash))
  const known = new Map(entries.map((entry) => [entry.generationId, entry]))
  return new Map(
    kin.map(({ id, assetHash }) => {
      const entry = known.get(id)
      if (!entry) return [id, UNKNOWN]
      const { durationMs, children, chargedMicroUsd } = entry
      const charged = chargedMicroUsd === null ? null : Number(chargedMicroUsd)
      const poster = assetHash !== null && pictured.has(assetHash)
      return [id, { poster, durationMs, children, chargedMicroUsd: charged }]
    }),
  )
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
