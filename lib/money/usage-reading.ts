import 'server-only'
import * as z from 'zod/mini'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'

/** How far the usage history of an account was read. Times are ms since 1970. */
export interface UsageStanding {
  /** Everything before it was read; null: nothing was. */
  readTo: number | null
  /** null: never. */
  triedAt: number | null
  /** Why it could not be read the last time; null when it could. */
  problem: UsageProblem | null
}

const problemShape = z.object({
  code: z.string(),
  sentence: z.string(),
  /** When the vendor said to ask again. */
  retryAt: z.nullable(z.number()),
})

/** Why the usage history can't be read: a code for programs and a sentence for the person. */
export type UsageProblem = z.infer<typeof problemShape>

/** Where the reading of an account stands. */
export async function readUsageStanding(db: Pick<Db, 'usageReading'>, accountId: string): Promise<UsageStanding> {
  const row = await db.usageReading.findUnique({ where: { accountId } })
  return {
    readTo: row?.readTo?.getTime() ?? null,
    triedAt: row?.triedAt.getTime() ?? null,
    problem: problemShape.safeParse(row?.problem).data ?? null,
  }
}

/**
 * Takes the turn to read now.
 * @param seen the standing by which it is due
 * @returns false when another process took it meanwhile
 */
export async function beginReading(db: Db, accountId: string, seen: UsageStanding, now: number): Promise<boolean> {
  const triedAt = new Date(now)
  if (seen.triedAt !== null) {
    const where = { accountId, triedAt: new Date(seen.triedAt) }
    return (await db.usageReading.updateMany({ where, data: { triedAt } })).count === 1
  }
  try {
    await db.usageReading.create({ data: { accountId, triedAt } })
    return true
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return false
    throw error
  }
}

/** Records that everything before `readTo` was read, or why it was not. */
export async function endReading(
  db: Db,
  accountId: string,
  outcome: { readTo: number } | { problem: UsageProblem },
): Promise<void> {
  const change =
    'problem' in outcome
      ? { problem: { ...outcome.problem } }
      : { readTo: new Date(outcome.readTo), problem: Prisma.DbNull }
  await db.usageReading.updateMany({ where: { accountId }, data: change })
}
