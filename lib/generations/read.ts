import 'server-only'
import { studioAccount } from '@/lib/account'
import { systemClock } from '@/lib/clock'
import { studioDb } from '@/lib/db/client'
import { readSpendNow } from '@/lib/generations/spend-now'
import { ACTIVE_STATES, ASKING_STATES, RUNNING_STATES, SENT_STATES } from '@/lib/generations/state'
import { toView, VIEW_INCLUDE } from '@/lib/generations/to-view'
import { countUnseen } from '@/lib/generations/unseen'
import type { BoardView, GenerationView } from '@/lib/generations/view'

/** How many ended generations the board shows. */
const EARLIER = 20
/** More running ones than this are counted but not listed. */
const LISTED = 200

const NEWEST_FIRST = [{ createdAt: 'desc' }, { id: 'desc' }]
/** The order in which what waits is sent. */
const AS_THEY_GO = [{ position: 'asc' }, { id: 'asc' }]

/** What runs, what waits for the person and what ended lately, of the account in use. */
export async function readBoard(): Promise<BoardView> {
  const [account, db] = await Promise.all([studioAccount(), studioDb()])
  const now = systemClock()
  const list = (where: object, take: number, orderBy: object[] = NEWEST_FIRST) =>
    db.generation.findMany({
      where: { accountId: account.id, deletedAt: null, ...where },
      include: VIEW_INCLUDE,
      orderBy,
      take,
    })
  const [needsYou, waiting, sent, earlier, unseen, spend, { sendingPausedAt }, elsewhere] = await Promise.all([
    list({ state: { in: [...ASKING_STATES] } }, LISTED),
    list({ state: 'waiting' }, LISTED, AS_THEY_GO),
    list({ state: { in: [...SENT_STATES] } }, LISTED),
    list({ state: { notIn: [...ASKING_STATES, ...RUNNING_STATES] }, binnedAt: null }, EARLIER),
    countUnseen(db, account.id),
    readSpendNow(db, account.id, now),
    db.account.findUniqueOrThrow({ where: { id: account.id } }),
    db.generation.count({ where: { accountId: { not: account.id }, state: { in: [...ACTIVE_STATES] } } }),
  ])
  return {
    now,
    needsYou: needsYou.map(toView),
    running: [...waiting, ...sent].map(toView),
    earlier: earlier.map(toView),
    unseen,
    spend,
    sendingPaused: sendingPausedAt !== null,
    elsewhere,
  }
}

/** One generation, or null when there is none with this id or it was deleted. */
export async function readGeneration(id: string): Promise<GenerationView | null> {
  const db = await studioDb()
  const row = await db.generation.findFirst({ where: { id, deletedAt: null }, include: VIEW_INCLUDE })
  return row && toView(row)
}
