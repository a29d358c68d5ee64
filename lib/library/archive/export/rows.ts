import 'server-only'
import type { Db } from '@/lib/db/client'
import { GENERATION_INCLUDE, type GenerationRow } from '@/lib/library/archive/export/records'

/** Rows read at a time: nothing is ever whole in memory. */
const BATCH = 200

/** Nothing of them left this machine, so nothing was bought: an archive has no use for them. */
const NOT_SENT = ['waiting', 'awaiting_consent'] as const

/** Everything that was sent, and all that was taken back, by id; each with all that belongs to it at one moment. */
export async function* generationRows(db: Db, until: Date): AsyncGenerator<GenerationRow> {
  let after = ''
  for (;;) {
    const [rows] = await db.$transaction([
      db.generation.findMany({
        where: { id: { gt: after }, createdAt: { lte: until }, state: { notIn: [...NOT_SENT] } },
        include: GENERATION_INCLUDE,
        orderBy: { id: 'asc' },
        take: BATCH,
      }),
    ])
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = last.id
  }
}

/** All rows about files, with or without one, by hash. */
export async function* assetRows(db: Db) {
  let after = ''
  for (;;) {
    const rows = await db.asset.findMany({ where: { hash: { gt: after } }, orderBy: { hash: 'asc' }, take: BATCH })
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = last.hash
  }
}

/** The entries of the usage history, as they were read. */
export async function* usageRows(db: Db) {
  let after = 0
  for (;;) {
    const rows = await db.usageEntry.findMany({ where: { id: { gt: after } }, orderBy: { id: 'asc' }, take: BATCH })
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = last.id
  }
}
