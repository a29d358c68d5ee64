import 'server-only'
import type { Db } from '@/lib/db/client'
import { FURTHEST, type OpenJob } from '@/lib/engine/schedule'
import type { Prisma } from '@/lib/generated/prisma/client'
import { ACTIVE_STATES, type GenerationKind } from '@/lib/generations/state'
import type { Generation } from '@/lib/generations/store'

/** A lease holds this long, ms, and is renewed at a third of it. One that ran out owns nothing. */
export const LEASE = 60_000

export interface Claimant {
  db: Db
  accountId: string
  owner: string
}

type ActiveState = (typeof ACTIVE_STATES)[number]

const unowned = (now: number) => ({
  OR: [{ leaseUntil: null }, { leaseUntil: { lt: new Date(now) } }, { leaseUntil: { gt: new Date(now + 2 * LEASE) } }],
})

const isDue = (now: number) => ({
  OR: [{ dueAt: { lte: new Date(now) } }, { dueAt: { gt: new Date(now + FURTHEST) } }],
})

/** Nobody owns it; and it is not in hand here, whatever the clock says of its lease. */
const free = (accountId: string, now: number, inHand: Iterable<string>) => ({
  accountId,
  id: { notIn: [...inHand] },
  AND: [unowned(now)],
})

/**
 * Takes up to `limit` generations in these states that are due and that nobody owns, the longest due first; never one
 * that is `inHand` here.
 */
export async function claimDue(
  claimant: Claimant,
  now: number,
  limit: number,
  inHand: Iterable<string> = [],
  states: readonly ActiveState[] = ACTIVE_STATES,
): Promise<Generation[]> {
  const due = { AND: [free(claimant.accountId, now, inHand), isDue(now), { state: { in: [...states] } }] }
  while (limit > 0) {
    const candidates = await claimant.db.generation.findMany({
      where: due,
      orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
      take: limit,
      select: { id: true },
    })
    if (candidates.length === 0) return []
    const rows = await take(claimant, now, { AND: [due, { id: { in: candidates.map((row) => row.id) } }] })
    // None of them: another process took them all, and there may be more.
    if (rows.length > 0) return rows
  }
  return []
}

/** Whose turn it is to be sent of one kind, in their order, at most `limit`; nobody's while sending is paused. */
export async function listSends(
  claimant: Claimant,
  now: number,
  limit: number,
  inHand: string[],
  kind: GenerationKind = 'video',
): Promise<string[]> {
  const rows = await claimant.db.generation.findMany({
    where: { kind, AND: [sendable(claimant, now, inHand)] },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    take: limit,
    select: { id: true },
  })
  return rows.map((row) => row.id)
}

/** Takes one generation to send it; null if somebody else was there first, or sending was paused. */
export function claimSend(claimant: Claimant, id: string, now: number): Promise<Generation | null> {
  return takeOne(claimant, id, now, sendable(claimant, now, []))
}

const sendable = ({ accountId }: Claimant, now: number, inHand: string[]) => ({
  AND: [free(accountId, now, inHand), isDue(now), { state: 'waiting' as const, account: { sendingPausedAt: null } }],
})

/** Takes one job to ask for it, and notes when; null if somebody else was there first. */
export function claimAsk(claimant: Claimant, id: string, now: number): Promise<Generation | null> {
  const askable = { AND: [free(claimant.accountId, now, []), isDue(now), { state: 'processing' as const }] }
  return takeOne(claimant, id, now, askable, { askedAt: new Date(now) })
}

async function takeOne(
  claimant: Claimant,
  id: string,
  now: number,
  where: Prisma.GenerationWhereInput,
  also: { askedAt?: Date } = {},
): Promise<Generation | null> {
  const [row] = await take(claimant, now, { AND: [{ id }, where] }, also)
  return row ?? null
}

/**
 * The update is conditional, so two engines on one database never hold the same row; the version goes up, so whoever
 * held it before can't write any more.
 */
function take(
  { db, owner }: Claimant,
  now: number,
  where: Prisma.GenerationWhereInput,
  also: { askedAt?: Date } = {},
): Promise<Generation[]> {
  return db.generation.updateManyAndReturn({
    where,
    data: { ...also, leaseOwner: owner, leaseUntil: new Date(now + LEASE), version: { increment: 1 } },
  })
}

/** The jobs at the vendor that may be asked for: what the schedule chooses from. */
export async function listOpenJobs(
  { db, accountId }: Claimant,
  now: number,
  inHand: Iterable<string>,
): Promise<OpenJob[]> {
  const rows = await db.generation.findMany({
    where: { AND: [free(accountId, now, inHand), { state: 'processing' }] },
    select: { id: true, modelId: true, acceptedAt: true, askedAt: true, averageMs: true, dueAt: true, failures: true },
  })
  return rows.map(({ failures, ...row }) => ({
    ...row,
    inTrouble: failures > 0,
    acceptedAt: row.acceptedAt?.getTime() ?? 0,
    askedAt: row.askedAt?.getTime() ?? null,
    dueAt: row.dueAt.getTime(),
  }))
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

/** When the next generation in these states will be due, ms since 1970; null when none will. */
export async function nextDueAt(
  { db, accountId }: Claimant,
  now: number,
  states: readonly ActiveState[],
): Promise<number | null> {
  const next = await db.generation.findFirst({
    where: { accountId, state: { in: [...states] }, dueAt: { gt: new Date(now), lte: new Date(now + FURTHEST) } },
    orderBy: { dueAt: 'asc' },
    select: { dueAt: true },
  })
  return next?.dueAt.getTime() ?? null
}
