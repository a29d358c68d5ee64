import 'server-only'
import type { Clock } from '@/lib/clock'
import type { Db } from '@/lib/db/client'
import { causeOf } from '@/lib/errors'
import { removeDeadParts } from '@/lib/generations/dead-parts'
import { removeLeftTexts } from '@/lib/generations/left-texts'
import { removeStrayFiles } from '@/lib/generations/stray-files'
import { log } from '@/lib/log'
import type { MediaFolder } from '@/lib/media/store'
import { pause } from '@/lib/pause'

/** What was named moments before the start is left alone at first, and what was being written longer; ms. */
const AGAIN = 3 * 60_000
/** A studio that runs for months sees other processes of its folder end; ms. */
const EVERY = 60 * 60_000

/**
 * Removes what a kill left of receiving, storing or deleting a file: at a start, a little later what was too young then,
 * and from then on in a while, until the studio stops.
 */
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
  for (let rest = AGAIN; ; rest = EVERY) {
    try {
      const removed = (await removeStrayFiles(db, folder, now())) + (await removeDeadParts(db, folder, now()))
      if (removed > 0) log.info({ removed }, 'removed files that were left when a studio was ended')
      const texts = await removeLeftTexts(db)
      if (texts > 0) log.info({ texts }, 'removed texts of transcripts that were deleted')
    } catch (error) {
      log.warn({ cause: causeOf(error) }, 'what was left when a studio was ended could not be removed')
    }
    await pause(rest, signal)
    if (signal.aborted) return
  }
}
