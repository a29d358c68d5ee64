import 'server-only'
import * as z from 'zod'
import { studioAccount } from '@/lib/account'
import { systemClock } from '@/lib/clock'
import { studioDb, type Tx } from '@/lib/db/client'
import type { LedgerEntry } from '@/lib/generated/prisma/client'
import { LedgerKind } from '@/lib/generated/prisma/enums'
import { readFirstDay } from '@/lib/generations/spending'
import { PERIODS, rangeOf } from '@/lib/generations/spending-period'
import { spendingTitle } from '@/lib/generations/spending-unsettled'
import type { LedgerPage, LedgerRow } from '@/lib/generations/spending-view'
import type { GenerationKind } from '@/lib/generations/state'
import { quoteOf } from '@/lib/generations/to-view'
import { dayOf } from '@/lib/money/day'
import { readRules } from '@/lib/money/rules'

const PAGE = 40

/** What part of the ledger is asked for; what can't be read in an address is as if it were not there. */
export const ledgerQuery = z.object({
  period: z.enum(PERIODS).catch('14'),
  entry: z.enum(LedgerKind).nullable().catch(null),
  model: z.string().min(1).max(200).nullable().catch(null),
  cursor: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).nullable().catch(null),
})

export type LedgerQuery = z.infer<typeof ledgerQuery>

/** The part of the ledger an address asks for. */
export function readLedgerQuery(query: URLSearchParams): LedgerQuery {
  return ledgerQuery.parse({
    period: query.get('period'),
    entry: query.get('entry'),
    model: query.get('model'),
    cursor: query.get('cursor'),
  })
}

/** One page of the ledger of a period, newest first, by keyset on its id: it only ever grows at one end. */
export async function readLedgerPage(query: LedgerQuery): Promise<LedgerPage> {
  const [{ id: accountId }, db] = await Promise.all([studioAccount(), studioDb()])
  const found = await db.ledgerEntry.findMany({
    where: {
      ...(await ledgerWhere(db, accountId, query)),
      ...(query.cursor === null ? {} : { id: { lt: query.cursor } }),
    },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
    include: LEDGER_INCLUDE,
  })
  const rows = found.slice(0, PAGE).map(rowOf)
  return { rows, nextCursor: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null }
}

/** The lines of the generations of a period: so the ledger's sums are those of the period's figures. */
export async function ledgerWhere(db: Tx, accountId: string, { period, entry, model }: Omit<LedgerQuery, 'cursor'>) {
  const rules = await readRules(db, accountId)
  const today = dayOf(systemClock(), rules.timeZone)
  const { from, to } = rangeOf(period, today, await readFirstDay(db, accountId))
  const generation = { day: { gte: from, lte: to }, ...(model === null ? {} : { modelId: model }) }
  return { accountId, generation, ...(entry === null ? {} : { kind: entry }) }
}

const LEDGER_INCLUDE = {
  generation: {
    select: {
      kind: true,
      prompt: true,
      state: true,
      refund: true,
      modelName: true,
      quoteMicroUsd: true,
      deletedAt: true,
      asset: { select: { hash: true, derivatives: { where: { kind: 'poster' }, select: { kind: true } } } },
    },
  },
} as const

type Found = LedgerEntry & {
  generation: {
    kind: GenerationKind
    prompt: string
    state: LedgerRow['generation']['state']
    refund: string | null
    modelName: string
    quoteMicroUsd: bigint
    deletedAt: Date | null
    asset: { hash: string; derivatives: unknown[] } | null
  }
}

function rowOf({ generation, generationId, evidence, ...entry }: Found): LedgerRow {
  const { prompt, state, refund, modelName, asset, deletedAt } = generation
  return {
    id: entry.id,
    kind: entry.kind,
    microUsd: entry.unknown ? null : Number(entry.microUsd),
    at: entry.at.getTime(),
    basis: basisOf(evidence),
    generation: {
      id: generationId,
      title: spendingTitle(prompt, modelName),
      state,
      model: modelName,
      quoteMicroUsd: quoteOf(generation),
      poster: asset && deletedAt === null && asset.derivatives.length > 0 ? `/api/media/${asset.hash}/poster` : null,
      deleted: deletedAt !== null,
      uncertain: state === 'uncertain' || (state === 'rejected' && refund === 'unknown'),
    },
  }
}

const evidenceShape = z.object({ basis: z.string() })

/** On whose word a line was written; null where its evidence does not say. */
export function basisOf(evidence: unknown): string | null {
  return evidenceShape.safeParse(evidence).data?.basis ?? null
}
