import 'server-only'
import type { Tx } from '@/lib/db/client'
import { inPages, type Page } from '@/lib/db/in-pages'
import type { GenerationWhereInput } from '@/lib/generated/prisma/models'
import type { GenerationState } from '@/lib/generations/state'
import { quoteOf } from '@/lib/generations/to-view'
import { type LedgerAmount, NOTHING, type Standing, standingOf } from '@/lib/money/standing'

/** One generation, as far as its money needs it. µUSD, ms. */
export interface SpendingRow {
  day: string
  modelId: string
  modelName: string
  projectId: string | null
  state: GenerationState
  /** null: nobody told a price. */
  quoted: number | null
  standing: Standing
  /** What is held may have been charged. */
  uncertain: boolean
  /** Length of its clip; null: it has none, or is not starred. */
  keptMs: number | null
  /** What the usage history shows for it, as a positive amount; null: nothing yet. */
  billed: Billed | null
}

export interface Billed {
  /** Millionths of `currency`. */
  amountMicro: number
  currency: string
}

/**
 * Every generation of an account from a day on, with its money: flat queries that are joined here. Ten thousand
 * generations take a few tenths of a second; two weeks read two weeks only.
 */
export async function readSpendingRows(db: Tx, accountId: string, from: string): Promise<SpendingRow[]> {
  const generations = { accountId, day: { gte: from } }
  const [rows, standings, bills, lengths] = await Promise.all([
    db.generation.findMany({ where: generations, select: COLUMNS }),
    readStandings(db, generations),
    readBills(db, generations),
    readLengths(db, generations),
  ])
  return rows.map(({ id, quoteMicroUsd, ...row }) => {
    const standing = standings.get(id) ?? NOTHING
    const uncertain = isUncertain(row.state, standing)
    const keptMs = lengths.get(id) ?? null
    return {
      ...row,
      quoted: quoteOf({ ...row, quoteMicroUsd }),
      standing,
      uncertain,
      keptMs,
      billed: bills.get(id) ?? null,
    }
  })
}

/** Whether nobody can say if what is held was charged: an unclear answer, or a refusal that does not tell. */
export function isUncertain(state: GenerationState, { held, unknown }: Standing): boolean {
  return (held > 0 || unknown === 'held') && (state === 'uncertain' || state === 'rejected')
}

const COLUMNS = {
  id: true,
  kind: true,
  day: true,
  modelId: true,
  modelName: true,
  projectId: true,
  state: true,
  quoteMicroUsd: true,
} as const

/**
 * How the money of generations stands, by their ids. One question over the ledger: asked through each generation, it
 * would name every id, and the database takes no question about more than a thousand.
 */
export async function readStandings(db: Tx, generation: GenerationWhereInput): Promise<Map<string, Standing>> {
  const lines = await db.ledgerEntry.findMany({
    where: { generation },
    orderBy: { id: 'asc' },
    select: { generationId: true, kind: true, microUsd: true, unknown: true },
  })
  const ledgers = new Map<string, LedgerAmount[]>()
  for (const { generationId, ...line } of lines) {
    const ledger = ledgers.get(generationId) ?? []
    ledger.push({ ...line, microUsd: Number(line.microUsd) })
    ledgers.set(generationId, ledger)
  }
  return new Map([...ledgers].map(([id, ledger]) => [id, standingOf(ledger)]))
}

async function readBills(db: Tx, generation: GenerationWhereInput): Promise<Map<string | null, Billed>> {
  const entries = await db.usageEntry.findMany({
    where: { role: 'charge', generation },
    select: { generationId: true, amountMicro: true, currency: true },
  })
  // The history writes charges as negative amounts.
  return new Map(
    entries.map(({ generationId, amountMicro, currency }) => [
      generationId,
      { amountMicro: -Number(amountMicro), currency },
    ]),
  )
}

/** Lengths of the clips that are kept, ms, by their generation. Asked from the few that are starred, not from all clips. */
async function readLengths(db: Tx, generation: GenerationWhereInput): Promise<Map<string, number>> {
  const where = { ...generation, starredAt: { not: null }, deletedAt: null, assetHash: { not: null } }
  const select = { id: true, asset: { select: { durationMs: true } } } as const
  const read = (page: Page<string>) => db.generation.findMany({ where, select, orderBy: { id: 'asc' }, ...page })
  const rows = await inPages(read)
  return new Map(rows.flatMap(({ id, asset }) => (asset ? [[id, asset.durationMs]] : [])))
}
