import 'server-only'
import { createHash } from 'node:crypto'
import type { Db, Tx } from '@/lib/db/client'
import type { UsageEntry as UsageRow } from '@/lib/generated/prisma/client'
import type { UsageRole } from '@/lib/generated/prisma/enums'
import type { HistoryEntry } from '@/lib/money/history'
import type { Span } from '@/lib/money/usage-schedule'
import type { UsageEntry } from '@/lib/venice/answers'
import { readUsageEntry } from '@/lib/venice/usage-entry'

/** As many rows as one transaction holds the database for. */
const AT_ONCE = 200

/**
 * Keeps entries of the usage history, each once however often it is read. The list must hold all entries of each
 * moment in it, as every window the API answers for does: equal ones are counted.
 */
export async function keepUsage(db: Db, accountId: string, entries: readonly UsageEntry[]): Promise<void> {
  const named = nameEntries(entries)
  for (let from = 0; from < named.length; from += AT_ONCE) {
    const some = named.slice(from, from + AT_ONCE)
    const known = await db.usageEntry.findMany({
      where: { accountId, identity: { in: some.map(({ identity }) => identity) } },
      select: { identity: true },
    })
    const kept = new Set(known.map(({ identity }) => identity))
    const fresh = some.filter(({ identity }) => !kept.has(identity))
    if (fresh.length > 0) await db.$transaction([writeFirst(db), ...fresh.map((one) => keepOne(db, accountId, one))])
  }
}

/** Changes nothing, and takes the write lock: an upsert reads first, and fails when another process wrote meanwhile. */
const writeFirst = (db: Db) => db.usageEntry.updateMany({ where: { identity: '' }, data: { sku: '' } })

function keepOne(db: Db, accountId: string, { identity, entry }: Named) {
  const { sku, currency, at, body } = entry
  const row = { accountId, identity, sku, currency, amountMicro: BigInt(entry.amountMicro), at: new Date(at), body }
  return db.usageEntry.upsert({
    where: { accountId_identity: { accountId, identity } },
    create: row,
    update: {},
  })
}

interface Named {
  identity: string
  entry: UsageEntry
}

/**
 * A name for each entry, the same at every reading: what it says, and its number among those that say the same. Only
 * what can't be filled in later counts: details and notes may be.
 */
export function nameEntries(entries: readonly UsageEntry[]): Named[] {
  const seen = new Map<string, number>()
  return entries.map((entry) => {
    const says = JSON.stringify([entry.at, entry.sku, entry.currency, entry.amountMicro])
    const number = (seen.get(says) ?? 0) + 1
    seen.set(says, number)
    return { identity: createHash('sha256').update(`${says} ${number}`).digest('hex').slice(0, 32), entry }
  })
}

/** Entries of a span of time that belong to no generation yet. Times are ms since 1970. */
export async function unclaimedUsage(db: Tx, accountId: string, { from, to }: Span) {
  const rows = await db.usageEntry.findMany({
    where: { accountId, generationId: null, at: { gte: new Date(from), lte: new Date(to) } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const of = (some: typeof rows) => some.flatMap((row) => historyEntry(row) ?? [])
  return {
    charge: of(rows.filter((row) => row.amountMicro < 0n)),
    refund: of(rows.filter((row) => row.amountMicro > 0n)),
  }
}

/** An entry as it is compared; null for one that moved nothing. */
export function historyEntry(row: UsageRow): HistoryEntry | null {
  const { id, sku, currency } = row
  const amountMicro = Math.abs(Number(row.amountMicro))
  if (amountMicro === 0) return null
  const priceMicroUsd = readUsageEntry(row.body)?.priceMicroUsd ?? null
  return { id, sku, currency, amountMicro, at: row.at.getTime(), priceMicroUsd }
}

/** Thrown inside a transaction to undo it: somebody else was there first. */
export class EntryTaken extends Error {
  override readonly name = 'EntryTaken'
}

/**
 * Gives an entry to a generation, inside the transaction that writes what follows from it.
 * @throws EntryTaken when it belongs to one already; the transaction must then be undone
 */
export async function takeEntry(tx: Tx, entryId: number, generationId: string, role: UsageRole): Promise<void> {
  const { count } = await tx.usageEntry.updateMany({
    where: { id: entryId, generationId: null },
    data: { generationId, role },
  })
  if (count !== 1) throw new EntryTaken('The entry belongs to a generation already.')
}
