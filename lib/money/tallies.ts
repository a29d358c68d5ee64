import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { TallyScope } from '@/lib/generated/prisma/enums'

/** What a generation's money counts against. */
export interface Counted {
  accountId: string
  /** The person's day of its reserve. */
  day: string
  projectId: string | null
}

/** How much of a day or a project is committed, µUSD; 0 where nothing was. */
export async function readTally(tx: Tx, accountId: string, scope: TallyScope, key: string): Promise<number> {
  const row = await tx.spendTally.findUnique({ where: { accountId_scope_key: { accountId, scope, key } } })
  return Number(row?.microUsd ?? 0n)
}

/** Moves what is committed of the day and the project by `microUsd`, unconditionally: for lines no cap can refuse. */
export async function moveTallies(tx: Tx, counted: Counted, microUsd: number): Promise<void> {
  if (microUsd === 0) return
  for (const [scope, key] of scopesOf(counted)) await addTo(tx, counted.accountId, scope, key, microUsd, null)
}

/**
 * Adds to a tally by one conditional update, so that of many at once only as many pass as the cap allows.
 * @param capMicroUsd null: no cap
 * @param needs what must be free under the cap
 * @returns false when it would go over the cap; then nothing was added
 */
export async function addTo(
  tx: Tx,
  accountId: string,
  scope: TallyScope,
  key: string,
  microUsd: number,
  capMicroUsd: number | null,
  needs = microUsd,
): Promise<boolean> {
  const id = { accountId, scope, key }
  await tx.spendTally.upsert({ where: { accountId_scope_key: id }, create: { ...id, microUsd: 0n }, update: {} })
  const within = capMicroUsd === null ? {} : { microUsd: { lte: BigInt(capMicroUsd - needs) } }
  const { count } = await tx.spendTally.updateMany({
    where: { ...id, ...within },
    data: { microUsd: { increment: BigInt(microUsd) } },
  })
  return count === 1
}

/** The tallies a generation counts in. */
export function scopesOf({ day, projectId }: Counted): [TallyScope, string][] {
  return projectId === null
    ? [['day', day]]
    : [
        ['day', day],
        ['project', projectId],
      ]
}
