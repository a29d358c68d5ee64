import { setTimeout as sleep } from 'node:timers/promises'
import { type Clock, systemClock } from '@/lib/clock'
import type { Db } from '@/lib/db/client'
import { ACTIVE_STATES } from '@/lib/generations/state'

/** How often to look whether everything waits, ms. */
const LOOK = 15

/** Nothing is put off longer, ms: a later time was written while the clock was ahead, and the engine must cope with it. */
const LONGEST_WAIT = 2 * 60 * 60_000

export interface LeapingClock {
  now: Clock
  /** Puts it ahead by so much more, ms. */
  leap(by: number): void
  stop(): Promise<void>
}

interface Leap {
  db: Db
  accountId: string
  /** Before each leap: the vendor's minute is over too. */
  before(): Promise<unknown>
  /** After it: something is due. */
  after(): void
}

/** A clock for back-offs that nobody can wait for: whenever nothing is due, it leaps to the moment something is. */
export function leapingClock({ db, accountId, before, after }: Leap): LeapingClock {
  let ahead = 0
  let stopped = false
  const now = () => systemClock() + ahead
  const look = async () => {
    while (!stopped) {
      const next = await db.generation.findFirst({
        where: { accountId, state: { in: [...ACTIVE_STATES] }, leaseOwner: null },
        orderBy: { dueAt: 'asc' },
        select: { dueAt: true },
      })
      const wait = next ? next.dueAt.getTime() - now() : 0
      if (wait > LOOK && wait <= LONGEST_WAIT) {
        await before()
        ahead += wait
      }
      if (next) after()
      await sleep(LOOK)
    }
  }
  const looking = look()
  return {
    now,
    leap(by) {
      ahead += by
      after()
    },
    async stop() {
      stopped = true
      await looking
    },
  }
}
