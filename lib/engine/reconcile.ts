import 'server-only'
import { causeOf } from '@/lib/errors'
import { type HistoryWorks, reconcile } from '@/lib/generations/reconcile'
import { readClaims } from '@/lib/generations/reconcile-claims'
import { log } from '@/lib/log'
import { readUsageStanding } from '@/lib/money/usage-reading'
import { nextReadAt } from '@/lib/money/usage-schedule'
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
      if (await isDue(works, !started)) await reconcile(works)
      started = true
    } catch (error) {
      log.error({ cause: causeOf(error) }, 'charges could not be compared with the usage history')
    }
    await pause(LOOK_EVERY, works.signal)
  }
}

/** A permission may have been given before the studio was started again: then an old refusal does not count. */
async function isDue({ db, accountId, now }: HistoryWorks, atStart: boolean): Promise<boolean> {
  const standing = await readUsageStanding(db, accountId)
  const { askedFor } = await readClaims(db, accountId, now())
  if (atStart && standing.problem && askedFor.length > 0) return true
  const due = nextReadAt(askedFor, standing, now())
  return due !== null && due <= now()
}
