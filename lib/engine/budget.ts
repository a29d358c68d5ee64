import 'server-only'
import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import {
  type Budget,
  decideAnswered,
  decideFailed,
  decideTake,
  newBudget,
  recent,
  roomFor,
  settle,
} from '@/lib/engine/rate'
import { causeOf } from '@/lib/errors'
import type { RateBudget } from '@/lib/generations/works'
import { log } from '@/lib/log'

const windowShape = z.object({
  endsAt: z.number(),
  used: z.number(),
  before: z.number(),
  perMinute: z.number().nullable(),
  closedUntil: z.number().nullable(),
})
const budgetShape = z.object({ queue: windowShape, retrieve: windowShape, failures: z.array(z.number()) })

/** Keeps the limits of one account's key in its row, together with every other process on this database. */
export function createBudget(db: Db, accountId: string): RateBudget {
  const underWay = { queue: 0, retrieve: 0 }
  const allUnderWay = () => underWay.queue + underWay.retrieve
  const inTurn = oneAfterAnother()

  /** Decides on the row as it is, and writes what was decided: again if another process wrote meanwhile. */
  const change = (now: number, decide: (budget: Budget) => Budget | null) =>
    inTurn(async () => {
      for (;;) {
        const { version, budget } = await read(db, accountId, now)
        const next = decide(budget)
        if (next === null || (await write(db, accountId, version, next))) return
      }
    })
  /** A minute that is over is written as such even when nothing is taken: after a clock was set back it must begin once. */
  const settled = async (now: number) => {
    const stored = await read(db, accountId, now)
    if (settle(stored.budget, now) === stored.budget) return stored
    await change(now, (budget) => settle(budget, now))
    return read(db, accountId, now)
  }
  const courtesy = (now: number, decide: (budget: Budget) => Budget) =>
    change(now, decide).catch((error: unknown) =>
      log.warn({ cause: causeOf(error) }, 'what an answer told of the limits could not be written'),
    )

  return {
    async room(call, now, most) {
      const { budget } = await settled(now)
      return roomFor(budget, call, now, allUnderWay(), most)
    },
    async take(call, now) {
      let later = 0
      await settled(now)
      await change(now, (budget) => {
        const taken = decideTake(budget, call, now, allUnderWay())
        later = taken.budget === null ? taken.at : 0
        return taken.budget
      })
      if (later === 0) underWay[call] += 1
      return later
    },
    async answered(call, told, now) {
      underWay[call] -= 1
      await courtesy(now, (budget) => decideAnswered(budget, call, told, now, underWay[call]))
    },
    failed: (now) => courtesy(now, (budget) => decideFailed(budget, now)),
  }
}

/** How much of a key's limits is used, for the person to see. Changes nothing. */
export interface LimitsView {
  /** Requests in the vendor's minute under way, and how many it takes; null: its headers have not said yet. */
  queue: { used: number; perMinute: number | null }
  retrieve: { used: number; perMinute: number | null }
  /** Until when it said no, ms since 1970; null: it did not. */
  closedUntil: number | null
  /** Requests that failed within half a minute. VENICE: more than 20 block the key. */
  failures: number
}

/** The limits of an account as they stand. */
export async function readLimits(db: Db, accountId: string, now: number): Promise<LimitsView> {
  const row = await db.rateBudget.findUnique({ where: { accountId } })
  const stored = budgetShape.safeParse(row?.windows)
  const { queue, retrieve, failures } = settle(stored.success ? stored.data : newBudget(now), now)
  const closed = [queue.closedUntil, retrieve.closedUntil].filter((at) => at !== null && at > now)
  return {
    queue: { used: queue.used, perMinute: queue.perMinute },
    retrieve: { used: retrieve.used, perMinute: retrieve.perMinute },
    closedUntil: closed.length > 0 ? Math.max(...closed.map(Number)) : null,
    failures: recent(failures, now).length,
  }
}

async function read(db: Db, accountId: string, now: number): Promise<{ version: number; budget: Budget }> {
  const row =
    (await db.rateBudget.findUnique({ where: { accountId } })) ??
    (await db.rateBudget.upsert({ where: { accountId }, create: { accountId, windows: newBudget(now) }, update: {} }))
  const budget = budgetShape.safeParse(row.windows)
  return { version: row.version, budget: budget.success ? budget.data : newBudget(now) }
}

/** @returns whether it was written: false if somebody else was there first */
async function write(db: Db, accountId: string, version: number, budget: Budget): Promise<boolean> {
  const { count } = await db.rateBudget.updateMany({
    where: { accountId, version },
    data: { windows: budget, version: { increment: 1 } },
  })
  return count === 1
}

/** Within this process nobody need try twice. */
function oneAfterAnother() {
  let last: Promise<void> = Promise.resolve()
  return (work: () => Promise<void>): Promise<void> => {
    const mine = last.then(work)
    last = mine.catch(() => {})
    return mine
  }
}
