import type { Db } from '@/lib/db/client'
import { committed, standingOf } from '@/lib/money/standing'

/** All that the library's actions may change of generations, and what the caps count. */
export async function libraryState(db: Db) {
  const [rows, tallies] = await Promise.all([
    db.generation.findMany({ orderBy: { id: 'asc' }, include: { tags: { include: { tag: true } } } }),
    db.spendTally.findMany({ orderBy: [{ scope: 'asc' }, { key: 'asc' }] }),
  ])
  return {
    generations: rows.map((row) => ({
      id: row.id,
      version: row.version,
      projectId: row.projectId,
      rating: row.rating,
      starred: row.starredAt !== null,
      binned: row.binnedAt !== null,
      tags: row.tags.map(({ tag }) => tag.name).sort(),
    })),
    tallies: tallies
      .filter(({ microUsd }) => microUsd !== 0n)
      .map(({ scope, key, microUsd }) => [scope, key, Number(microUsd)]),
  }
}

/** What each project must count, by the ledger of what is in it. */
export async function ledgerByProject(db: Db): Promise<Record<string, number>> {
  const rows = await db.generation.findMany({ include: { ledger: { orderBy: { id: 'asc' } } } })
  const sums: Record<string, number> = {}
  for (const { projectId, ledger } of rows) {
    if (projectId === null) continue
    const spent = committed(standingOf(ledger.map((line) => ({ ...line, microUsd: Number(line.microUsd) }))))
    sums[projectId] = (sums[projectId] ?? 0) + spent
  }
  return Object.fromEntries(Object.entries(sums).filter(([, microUsd]) => microUsd !== 0))
}
