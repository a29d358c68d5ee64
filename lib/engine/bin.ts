import 'server-only'
import type { Clock } from '@/lib/clock'
import type { Db } from '@/lib/db/client'
import { causeOf } from '@/lib/errors'
import { emptyOldBin } from '@/lib/generations/empty-bin'
import { log } from '@/lib/log'
import { pause } from '@/lib/pause'

/** A clock that is wrong when the machine starts is set right by then, ms: what is deleted stays deleted. */
const FIRST_LOOK = 10 * 60_000
const LOOK_EVERY = 60 * 60_000

/** Deletes what has been in the bin for 30 days, in the background, until the studio stops. */
export function startEmptyingBin(works: { db: Db; now: Clock }): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const running = run(works, stopping.signal)
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

async function run({ db, now }: { db: Db; now: Clock }, signal: AbortSignal): Promise<void> {
  for (let wait = FIRST_LOOK; ; wait = LOOK_EVERY) {
    await pause(wait, signal)
    if (signal.aborted) return
    try {
      await emptyOldBin(db, now())
    } catch (error) {
      log.error({ cause: causeOf(error) }, 'the bin could not be emptied')
    }
  }
}
