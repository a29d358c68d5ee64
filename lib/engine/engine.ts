import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { claimDue, LEASE, nextDueAt, releaseLease, renewLease } from '@/lib/engine/claim'
import { causeOf } from '@/lib/errors'
import { advanceGeneration } from '@/lib/generations/advance'
import { backoffMs } from '@/lib/generations/pace'
import type { Generation } from '@/lib/generations/store'
import type { Works } from '@/lib/generations/works'
import { log } from '@/lib/log'

/** How many generations are worked on side by side. */
const HANDS = 16
/** Another process may have added work; ms. */
const LOOK_AGAIN = 15_000
/** After a failure of our own (a locked database, say), ms. */
const BREATHE = 1000
/** A send in flight is waited for at a stop, so that its answer is recorded, ms: as long as one may take (TIMEOUTS). */
const DRAIN = 170_000

export interface EngineOptions extends Omit<Works, 'signal'> {
  accountId: string
  /** Unique to this process. */
  owner: string
}

export interface Engine {
  /** Something may be due now. */
  wake(): void
  /** Takes nothing new, cuts off what can be cut off, waits for what must be recorded, gives leases back. */
  stop(): Promise<void>
}

/** The loop that moves generations on: claim what is due, carry each one step, sleep until the next is due. */
export function startEngine(options: EngineOptions): Engine {
  const stopping = new AbortController()
  const alarm = createAlarm()
  const inHand = new Map<string, Promise<void>>()

  const carry = (row: Generation) => {
    const work = carryOne(options, row, stopping.signal).finally(() => {
      inHand.delete(row.id)
      alarm.ring()
    })
    inHand.set(row.id, work)
  }

  const loop = async () => {
    while (!stopping.signal.aborted) {
      try {
        const rows = await claimDue(options, options.now(), HANDS - inHand.size, inHand.keys())
        for (const row of rows) carry(row)
        await alarm.wait(rows.length > 0 && inHand.size < HANDS ? 0 : await pause(options, inHand.size))
      } catch (error) {
        log.error({ cause: causeOf(error) }, 'the engine could not look for work')
        await alarm.wait(BREATHE)
      }
    }
  }

  const running = loop()
  return {
    wake: alarm.ring,
    async stop() {
      stopping.abort(new Error('The studio stops.'))
      alarm.ring()
      await running
      await Promise.race([Promise.all(inHand.values()), sleep(DRAIN, undefined, { ref: false })])
    },
  }
}

/** One step of one generation under a lease that is kept alive. Never throws: a failure here is ours, and is retried. */
async function carryOne(options: EngineOptions, row: Generation, stopping: AbortSignal): Promise<void> {
  const lost = new AbortController()
  const keeper = setInterval(() => keepLease(options, row.id, lost), LEASE / 3)
  try {
    await advanceGeneration({ ...options, signal: AbortSignal.any([stopping, lost.signal]) }, row)
  } catch (error) {
    log.error({ generation: row.id, state: row.state, cause: causeOf(error) }, 'a step of a generation failed')
    await putOff(options, row)
  } finally {
    clearInterval(keeper)
    await releaseLease(options, row.id).catch((error: unknown) =>
      log.warn({ generation: row.id, cause: causeOf(error) }, 'a lease could not be given back'),
    )
  }
}

async function keepLease(options: EngineOptions, id: string, lost: AbortController): Promise<void> {
  try {
    if (!(await renewLease(options, id, options.now()))) lost.abort(new Error('The lease is gone.'))
  } catch (error) {
    log.warn({ generation: id, cause: causeOf(error) }, 'a lease could not be renewed')
  }
}

/** A step that failed for a reason of our own must not spin: it is due again in a while. */
async function putOff(options: EngineOptions, row: Generation): Promise<void> {
  await options.db.generation
    .updateMany({
      where: { id: row.id, leaseOwner: options.owner },
      data: { dueAt: new Date(options.now() + backoffMs(row.failures + 1)), failures: { increment: 1 } },
    })
    .catch((error: unknown) =>
      log.error({ generation: row.id, cause: causeOf(error) }, 'a failed step was not put off'),
    )
}

async function pause(options: EngineOptions, busy: number): Promise<number> {
  if (busy >= HANDS) return LOOK_AGAIN
  const due = await nextDueAt(options)
  if (due === null) return LOOK_AGAIN
  return Math.min(Math.max(due - options.now(), 50), LOOK_AGAIN)
}

/** A sleep that can be rung out of; a ring before the sleep counts. */
function createAlarm() {
  let rung = false
  let wakeUp = () => {}
  return {
    ring() {
      rung = true
      wakeUp()
    },
    async wait(ms: number) {
      if (!rung && ms > 0) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          wakeUp = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      rung = false
    },
  }
}
