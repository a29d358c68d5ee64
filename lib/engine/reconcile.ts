import 'server-only'
import { causeOf } from '@/lib/errors'
import { type HistoryWorks, reconcile } from '@/lib/generations/reconcile'
import { readClaims } from '@/lib/generations/reconcile-claims'
import { log } from '@/lib/log'
import { readUsageStanding } from '@/lib/money/usage-reading'
import { earliestReadAt, nextReadAt } from '@/lib/money/usage-schedule'
import { pause } from '@/lib/pause'

/** How often it is looked whether something waits for the history, ms. */
const LOOK_EVERY = 15_000

/** Compares what was charged as quoted with the vendor's usage history, in the background, until the studio stops. */
export function startReconciling(works: Omit<HistoryWorks, 'signal'>): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const running = run({ ...works, signal: stopping.signal })
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

async function run(works: HistoryWorks): Promise<void> {
  let started = false
  while (!works.signal.aborted) {
    try {
      await reconcileIfDue(works, { atStart: !started })
      started = true
    } catch (error) {
      log.error({ cause: causeOf(error) }, 'charges could not be compared with the usage history')
    }
    await pause(LOOK_EVERY, works.signal)
  }
}

/**
 * One look: reads the history if something waits for it and it is time.
 * @param options.atStart a permission may have been given before the studio was started again: then an old refusal
 * does not count
 */
export async function reconcileIfDue(works: HistoryWorks, options: { atStart: boolean }): Promise<void> {
  const { db, accountId, now } = works
  const standing = await readUsageStanding(db, accountId)
  const anew = options.atStart && standing.problem !== null
  if (!anew && earliestReadAt(standing, now()) > now()) return
  const { askedFor } = await readClaims(db, accountId, now())
  const due = anew && askedFor.length > 0 ? now() : nextReadAt(askedFor, standing, now())
  if (due !== null && due <= now()) await reconcile(works)
}
