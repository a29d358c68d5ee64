import 'server-only'
import { systemClock } from '@/lib/clock'
import type { Db, Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import type { UsageRole } from '@/lib/generated/prisma/enums'
import { readProblem } from '@/lib/generations/problem'
import { carryOut, type Generation, TRANSACTION } from '@/lib/generations/store'
import type { HistoryEntry, Match } from '@/lib/money/history'
import { appendLedger, type LedgerLine, readStanding } from '@/lib/money/ledger'
import { EntryTaken, takeEntry } from '@/lib/money/usage'

/**
 * Confirms a charge by its entry and corrects it where the entry says another amount in dollars, in one commit.
 * @returns false when somebody else was there first: then nothing was written
 */
export function confirmCharge(db: Db, { claim, entry }: Match): Promise<boolean> {
  return unlessTaken(() =>
    db.$transaction(async (tx) => {
      await takeEntry(tx, entry.id, claim.id, 'charge')
      const { charged, refunded, unknown } = await readStanding(tx, claim.id)
      // What came back whole cost nothing, whatever it was.
      const stands = charged > refunded || unknown === 'charged'
      const off = entry.currency === 'USD' && stands ? entry.amountMicro - charged : 0
      if (off === 0) return
      const owner = await tx.generation.findUniqueOrThrow({ where: { id: claim.id } })
      const line: LedgerLine = { kind: 'correction', basis: 'history', microUsd: off, said: saidBy(entry) }
      await appendLedger(tx, owner, [line], new Date(systemClock()))
    }, TRANSACTION),
  )
}

/** The history shows the charge of a refusal that did not tell. @returns as `confirmCharge` */
export function chargeRefusal(db: Db, row: Generation, { entry }: Match): Promise<boolean> {
  const line: LedgerLine = { kind: 'charge', basis: 'history', said: saidBy(entry) }
  return settle(db, row, entry, 'charge', 'no', [line], 'The usage history shows that it was charged.')
}

/** The history shows that the money came back. @returns as `confirmCharge` */
export function bookRefund(db: Db, row: Generation, { claim, entry }: Match): Promise<boolean> {
  if (claim.kind === 'certain') {
    return unlessTaken(() => db.$transaction((tx) => takeEntry(tx, entry.id, claim.id, 'refund'), TRANSACTION))
  }
  const line: LedgerLine = { kind: 'refund', basis: 'history', said: saidBy(entry) }
  return settle(db, row, entry, 'refund', 'yes', [line], 'The usage history shows that the money came back.')
}

function settle(
  db: Db,
  row: Generation,
  entry: HistoryEntry,
  role: UsageRole,
  refund: 'yes' | 'no',
  ledger: LedgerLine[],
  words: string,
): Promise<boolean> {
  const why = readProblem(row.problem)
  const problem = why && { ...why, sentence: `${why.sentence} ${words}` }
  const also = (tx: Tx) => takeEntry(tx, entry.id, row.id, role)
  return unlessTaken(async () => {
    const changed = await carryOut(db, row, { change: { refund, ...(problem ? { problem } : {}) }, ledger }, { also })
    if (!changed) throw new EntryTaken('The generation changed meanwhile.')
  })
}

/** What the entry says, as evidence in the ledger. */
function saidBy({ id, sku, amountMicro, currency, at }: HistoryEntry) {
  return { entry: id, sku, amountMicro, currency, at }
}

async function unlessTaken(write: () => Promise<void>): Promise<boolean> {
  try {
    await write()
    return true
  } catch (error) {
    const twice = error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
    if (error instanceof EntryTaken || twice) return false
    throw error
  }
}
