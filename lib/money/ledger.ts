import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { LedgerKind } from '@/lib/generated/prisma/enums'

export interface LedgerLine {
  kind: LedgerKind
  /** µUSD, always positive: the kind says which way it goes. */
  microUsd: number
  note?: string
}

interface Owner {
  id: string
  accountId: string
}

/**
 * Adds lines to the ledger of one generation, inside the transaction that changes its state. Append-only: the unique
 * key of generation, kind and number refuses a second charge of the same job.
 */
export async function appendLedger(tx: Tx, owner: Owner, lines: LedgerLine[], at: Date): Promise<void> {
  for (const { kind, microUsd, note } of lines) {
    const number = kind === 'charge' ? 1 : (await tx.ledgerEntry.count({ where: { generationId: owner.id, kind } })) + 1
    await tx.ledgerEntry.create({
      data: {
        accountId: owner.accountId,
        generationId: owner.id,
        kind,
        number,
        microUsd: BigInt(microUsd),
        at,
        note: note ?? null,
      },
    })
  }
}

/** µUSD charged to an account since `since`, refunds taken off. */
export async function chargedSince(db: Tx, accountId: string, since: Date): Promise<number> {
  const sums = await db.ledgerEntry.groupBy({
    by: ['kind'],
    where: { accountId, at: { gte: since }, kind: { in: ['charge', 'refund'] } },
    _sum: { microUsd: true },
  })
  const of = (kind: LedgerKind) => Number(sums.find((sum) => sum.kind === kind)?._sum.microUsd ?? 0n)
  return of('charge') - of('refund')
}
