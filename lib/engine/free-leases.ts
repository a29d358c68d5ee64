import 'server-only'
import type { Db } from '@/lib/db/client'
import { isGone, type Place, type StartOf } from '@/lib/engine/owner'

/**
 * Frees what processes hold that are proven to be gone, so that a studio started again after a crash goes on at once
 * instead of a lease later. The version goes up as at any change of owner.
 * @returns how many generations were freed
 */
export async function freeLeases(db: Db, here: Place | null, startOf: StartOf): Promise<number> {
  const held = await db.generation.findMany({
    where: { leaseOwner: { not: null } },
    distinct: ['leaseOwner'],
    select: { leaseOwner: true },
  })
  const gone = held.flatMap(({ leaseOwner }) => (leaseOwner && isGone(leaseOwner, here, startOf) ? [leaseOwner] : []))
  if (gone.length === 0) return 0
  const { count } = await db.generation.updateMany({
    where: { leaseOwner: { in: gone } },
    data: { leaseOwner: null, leaseUntil: null, version: { increment: 1 } },
  })
  return count
}
