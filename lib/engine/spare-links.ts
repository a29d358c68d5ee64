import 'server-only'
import type { Db } from '@/lib/db/client'

/** A process that lives this long has got over its start, ms. */
const STARTED = 5000
/** From so many fetches of a link on there are few left (lib/generations/fetch-link.ts, LINK_GETS). */
const FEW_LEFT = 2

/**
 * Puts off, at a start, what has few fetches of its link left: whatever makes a studio die at its start would use the
 * last of them up. What a living process works on is left alone.
 */
export async function spareLinks(db: Db, accountId: string, now: number): Promise<void> {
  const overStart = new Date(now + STARTED)
  await db.generation.updateMany({
    where: {
      accountId,
      state: 'receiving',
      downloadUrl: { not: null },
      downloadGets: { gte: FEW_LEFT },
      leaseOwner: null,
      dueAt: { lt: overStart },
    },
    data: { dueAt: overStart },
  })
}
