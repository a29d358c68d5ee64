import 'server-only'
import { studioAccount } from '@/lib/account'
import { type Db, studioDb } from '@/lib/db/client'
import type { LedgerKind } from '@/lib/generated/prisma/enums'
import { keysetAfter, keysetCursor } from '@/lib/generations/keyset'
import { toView, VIEW_INCLUDE } from '@/lib/generations/to-view'
import type { LibraryPage } from '@/lib/generations/view'

const PAGE = 60

/**
 * One page of clips, newest first, by keyset on (created, id): as fast on the last page as on the first.
 * A cursor that can't be read starts from the top.
 */
export async function readLibraryPage(options: {
  cursor: string | null
  account: string | null
}): Promise<LibraryPage> {
  const [current, db] = await Promise.all([studioAccount(), studioDb()])
  const accountId = options.account ?? current.id
  const clips = { accountId, deletedAt: null, assetHash: { not: null } }
  const [rows, total, accounts] = await Promise.all([
    db.generation.findMany({
      where: { ...clips, ...keysetAfter(options.cursor) },
      include: VIEW_INCLUDE,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: PAGE + 1,
    }),
    totals(db, clips),
    accountsWithClips(db, current.id),
  ])
  const items = rows.slice(0, PAGE).map(toView)
  return { items, nextCursor: rows.length > PAGE ? keysetCursor(items.at(-1)) : null, total, accounts }
}

async function totals(db: Db, clips: { accountId: string; deletedAt: null }) {
  const [count, files, lines] = await Promise.all([
    db.generation.count({ where: clips }),
    db.asset.aggregate({ where: { generations: { some: clips } }, _sum: { bytes: true } }),
    db.ledgerEntry.groupBy({ by: ['kind'], where: { generation: clips }, _sum: { microUsd: true } }),
  ])
  const sum = (kind: LedgerKind) => Number(lines.find((line) => line.kind === kind)?._sum.microUsd ?? 0n)
  return {
    clips: count,
    bytes: Number(files._sum.bytes ?? 0n),
    chargedMicroUsd: sum('charge') + sum('correction') - sum('refund'),
  }
}

async function accountsWithClips(db: Db, currentId: string): Promise<LibraryPage['accounts']> {
  const rows = await db.account.findMany({
    include: { _count: { select: { generations: { where: { deletedAt: null, assetHash: { not: null } } } } } },
  })
  return rows
    .map((row) => ({
      id: row.id,
      sandbox: row.sandbox,
      host: row.sandbox ? 'the sandbox' : new URL(row.baseUrl).host,
      current: row.id === currentId,
      clips: row._count.generations,
    }))
    .filter((account) => account.current || account.clips > 0)
    .sort((a, b) => Number(b.current) - Number(a.current))
}
