import 'server-only'
import type { Db } from '@/lib/db/client'
import { ACTIVE_STATES } from '@/lib/generations/state'
import type { Generation } from '@/lib/generations/store'

/** A lease holds this long, ms, and is renewed at a third of it. One that ran out owns nothing. */
export const LEASE = 60_000

interface Claimant {
  db: Db
  accountId: string
  owner: string
}

/** Nothing is put off longer than this, ms: a later time was written while the clock was ahead. */
const FURTHEST = 2 * 60 * 60_000

const unowned = (now: number) => ({
  OR: [{ leaseUntil: null }, { leaseUntil: { lt: new Date(now) } }, { leaseUntil: { gt: new Date(now + 2 * LEASE) } }],
})

const isDue = (now: number) => ({
  OR: [{ dueAt: { lte: new Date(now) } }, { dueAt: { gt: new Date(now + FURTHEST) } }],
})

/**
 * Takes up to `limit` generations that are due and that nobody owns; never one that is `inHand` here, whatever the
 * clock says of its lease. The update is conditional, so two engines on one
 * database never hold the same row; the version goes up, so whoever held it before can't write any more.
 */
export async function claimDue(
  { db, accountId, owner }: Claimant,
  now: number,
  limit: number,
  inHand: Iterable<string> = [],
): Promise<Generation[]> {
  const due = {
    accountId,
    state: { in: [...ACTIVE_STATES] },
    id: { notIn: [...inHand] },
    AND: [isDue(now), unowned(now)],
  }
  const candidates = await db.generation.findMany({
    where: due,
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: limit,
    select: { id: true },
  })
  if (candidates.length === 0) return []
  return db.generation.updateManyAndReturn({
    where: { AND: [due, { id: { in: candidates.map((row) => row.id) } }] },
    data: { leaseOwner: owner, leaseUntil: new Date(now + LEASE), version: { increment: 1 } },
  })
}

/** Lengthens a lease that still stands. False: it is somebody else's now, or nobody's. */
export async function renewLease({ db, owner }: Claimant, id: string, now: number): Promise<boolean> {
  const { count } = await db.generation.updateMany({
    where: { id, leaseOwner: owner, leaseUntil: { gte: new Date(now) } },
    data: { leaseUntil: new Date(now + LEASE) },
  })
  return count === 1
}

/** Gives back what is still held, so that the next process need not wait for the lease to run out. */
export async function releaseLease({ db, owner }: Claimant, id: string): Promise<void> {
  await db.generation.updateMany({
    where: { id, leaseOwner: owner, state: { not: 'submitting' } },
    data: { leaseOwner: null, leaseUntil: null },
  })
}

/** When the next unfinished generation can be taken up, ms since 1970; null when there is none. */
export async function nextDueAt({ db, accountId }: Claimant): Promise<number | null> {
  const soonest = await db.generation.findMany({
    where: { accountId, state: { in: [...ACTIVE_STATES] } },
    orderBy: { dueAt: 'asc' },
    select: { dueAt: true, leaseUntil: true },
    take: 100,
  })
  if (soonest.length === 0) return null
  return Math.min(...soonest.map((row) => Math.max(row.dueAt.getTime(), row.leaseUntil?.getTime() ?? 0)))
}
