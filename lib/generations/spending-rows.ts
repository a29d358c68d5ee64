import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { GenerationState } from '@/lib/generations/state'
import { type LedgerAmount, type Standing, standingOf } from '@/lib/money/standing'

/** One generation, as far as its money needs it. µUSD, ms. */
export interface SpendingRow {
  day: string
  modelId: string
  modelName: string
  projectId: string | null
  state: GenerationState
  quoted: number
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
  const [rows, standings, bills, kept] = await Promise.all([
    db.generation.findMany({ where: generations, select: COLUMNS }),
    readStandings(db, generations),
    readBills(db, generations),
    readKept(db, generations),
  ])
  return rows.map(({ id, quoteMicroUsd, ...row }) => {
    const standing = standingOf(standings.get(id) ?? [])
    const uncertain = isUncertain(row.state, standing)
    const keptMs = kept.get(id) ?? null
    return { ...row, quoted: Number(quoteMicroUsd), standing, uncertain, keptMs, billed: bills.get(id) ?? null }
  })
}

/** Whether nobody can say if what is held was charged: an unclear answer, or a refusal that does not tell. */
export function isUncertain(state: GenerationState, { held }: Standing): boolean {
  return held > 0 && (state === 'uncertain' || state === 'rejected')
}

const COLUMNS = {
  id: true,
  day: true,
  modelId: true,
  modelName: true,
  projectId: true,
  state: true,
  quoteMicroUsd: true,
} as const

interface Which {
  accountId: string
  day: { gte: string }
}

async function readStandings(db: Tx, generation: Which): Promise<Map<string, LedgerAmount[]>> {
  const lines = await db.ledgerEntry.findMany({
    where: { generation },
    orderBy: { id: 'asc' },
    select: { generationId: true, kind: true, microUsd: true },
  })
  const ledgers = new Map<string, LedgerAmount[]>()
  for (const { generationId, kind, microUsd } of lines) {
    const ledger = ledgers.get(generationId) ?? []
    ledger.push({ kind, microUsd: Number(microUsd) })
    ledgers.set(generationId, ledger)
  }
  return ledgers
}

async function readBills(db: Tx, generation: Which): Promise<Map<string | null, Billed>> {
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

async function readKept(db: Tx, generation: Which): Promise<Map<string, number>> {
  const rows = await db.generation.findMany({
    where: { ...generation, starredAt: { not: null }, deletedAt: null },
    select: { id: true, asset: { select: { durationMs: true } } },
  })
  return new Map(rows.flatMap(({ id, asset }) => (asset ? [[id, asset.durationMs]] : [])))
}
