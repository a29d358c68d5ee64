import 'server-only'
import type { Clock } from '@/lib/clock'
import type { Db } from '@/lib/db/client'
import { causeOf } from '@/lib/errors'
import { removeStrayFiles } from '@/lib/generations/stray-files'
import { log } from '@/lib/log'
import type { MediaFolder } from '@/lib/media/store'
import { pause } from '@/lib/pause'

/** What was named moments before the start is left alone at first; ms. */
const AGAIN = 3 * 60_000

/** After a start: removes what a kill left of storing or deleting a file, and looks once more for what was too young. */
export function startSweeping(db: Db, folder: MediaFolder, now: Clock): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const running = sweep(db, folder, now, stopping.signal)
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

async function sweep(db: Db, folder: MediaFolder, now: Clock, signal: AbortSignal): Promise<void> {
  for (const rest of [AGAIN, 0]) {
    try {
      const removed = await removeStrayFiles(db, folder, now())
      if (removed > 0) log.info({ removed }, 'removed files that were left when the studio was ended')
    } catch (error) {
      log.warn({ cause: causeOf(error) }, 'what was left when the studio was ended could not be removed')
    }
    if (rest > 0) await pause(rest, signal)
    if (signal.aborted) return
  }
}
