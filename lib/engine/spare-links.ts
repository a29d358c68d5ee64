import 'server-only'
import type { Db } from '@/lib/db/client'

/**
 * How long a process has to live, ms, before it makes another of the few fetches of a link, by how many were made
 * (lib/generations/fetch-link.ts, LINK_GETS): the last is for one that has surely got over its start, however slow the
 * machine. Measured: 200 kills a few seconds apart on two overloaded cores used up 4 links of 336 with 5 s for the last.
 */
const LIVES = [
  { made: 2, alive: 5_000 },
  { made: 3, alive: 30_000 },
]

/**
 * Puts off, at a start, what has few fetches of its link left: whatever makes a studio die at its start would use the
 * last of them up. What a living process works on is left alone.
 */
export async function spareLinks(db: Db, accountId: string, now: number): Promise<void> {
  for (const { made, alive } of LIVES) {
    const dueAt = new Date(now + alive)
    await db.generation.updateMany({
      where: {
        accountId,
        state: 'receiving',
        downloadUrl: { not: null },
        downloadGets: { gte: made },
        dueAt: { lt: dueAt },
        // Nobody's, or soon: a lease whose process can't be proven dead runs out.
        OR: [{ leaseOwner: null }, { leaseUntil: { lt: dueAt } }],
      },
      data: { dueAt },
    })
  }
}
