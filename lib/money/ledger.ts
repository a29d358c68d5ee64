import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { LedgerKind } from '@/lib/generated/prisma/enums'
import { takeFromCaps } from '@/lib/money/caps'
import type { SpendingRules } from '@/lib/money/rules'
import { committed, type Standing, standingOf } from '@/lib/money/standing'
import { moveTallies } from '@/lib/money/tallies'

/** On whose word a line was written: the press, the quote, the vendor's answer, the person, the usage history. */
export type Basis = 'press' | 'quote' | 'answer' | 'person' | 'history'

export interface LedgerLine {
  kind: LedgerKind
  basis: Basis
  /** µUSD. Left out: a reserve or charge is of the quote, a release of what is held, a refund of what was charged. */
  microUsd?: number
  /** Nobody knows the amount. Left out: it is so if it settles a reserve of which nobody does. */
  unknown?: boolean
  /** What was said, as evidence. No secret. */
  said?: Record<string, string | number | null>
}

/** Whose lines these are, and what they count against. */
export interface LedgerOwner {
  id: string
  accountId: string
  quoteMicroUsd: bigint
  day: string
  projectId: string | null
}

/**
 * Adds lines to the ledger of one generation and moves the tallies by what they commit, inside the transaction that
 * changes its state. Append-only: the unique key of generation, kind and number refuses a second charge of the same job.
 * @param options.within the caps that what is committed must fit under; left out: what happened is written, caps or not
 * @throws CapReached when it does not fit; the transaction must then be undone
 */
export async function appendLedger(
  tx: Tx,
  owner: LedgerOwner,
  lines: readonly LedgerLine[],
  at: Date,
  options: { within?: SpendingRules } = {},
): Promise<void> {
  if (lines.length === 0) return
  const written = await readLines(tx, owner.id)
  const before = standingOf(written)
  for (const line of lines) {
    const { kind, basis, said } = line
    const standing = standingOf(written)
    const unknown = line.unknown ?? (line.microUsd === undefined && standing.unknown === 'held')
    const microUsd = unknown ? 0 : (line.microUsd ?? amountOf(kind, owner, standing))
    // One charge a job, ever; the others may come again.
    const number = kind === 'charge' ? 1 : written.filter((one) => one.kind === kind).length + 1
    const evidence = { basis, ...said }
    const { id: generationId, accountId } = owner
    await tx.ledgerEntry.create({
      data: { accountId, generationId, kind, number, microUsd: BigInt(microUsd), unknown, at, evidence },
    })
    written.push({ kind, microUsd, unknown })
  }
  const after = standingOf(written)
  const more = committed(after) - committed(before)
  if (options.within) await takeFromCaps(tx, owner, more, options.within, after.unknown === null ? more : SOME)
  else await moveTallies(tx, owner, more)
}

/** An amount that nobody knows is not nothing: a cap must have some room for it, µUSD. */
const SOME = 1

/** How the money of one generation stands, by its ledger. */
export async function readStanding(tx: Tx, generationId: string): Promise<Standing> {
  return standingOf(await readLines(tx, generationId))
}

async function readLines(tx: Tx, generationId: string) {
  const lines = await tx.ledgerEntry.findMany({
    where: { generationId },
    orderBy: { id: 'asc' },
    select: { kind: true, microUsd: true, unknown: true },
  })
  return lines.map((line) => ({ ...line, microUsd: Number(line.microUsd) }))
}

function amountOf(kind: LedgerKind, owner: LedgerOwner, { held, charged, refunded }: Standing): number {
  switch (kind) {
    case 'reserve':
    case 'charge':
      return Number(owner.quoteMicroUsd)
    case 'release':
      return held
    case 'refund':
      return charged - refunded
    case 'correction':
      throw new Error('A correction says its amount.')
  }
}
