import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDoorRefusal } from '@/lib/access/doors'
import { closeKept } from '@/lib/access/kept'
import { startStudio } from '@/lib/engine/studio'
import { EnvironmentError, environment } from '@/lib/env'
import { causeOf, StudioError } from '@/lib/errors'
import { log } from '@/lib/log'
import { keepOutOfLogs } from '@/lib/secrets'

/** Docker kills after ten seconds, and others do much the same; ms. */
const WITHIN = 9500

/**
 * Starts the studio in this process and drains it when the process is told to stop. Next would exit at once on SIGTERM;
 * `NEXT_MANUAL_SIG_HANDLE` (set by lib/cli) leaves that to us.
 */
export async function openStudio(): Promise<void> {
  await openBehindDoor().catch(refuseToStart)
  let stopping = false
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) return
    stopping = true
    log.info({ signal }, 'stopping')
    const stopped = startStudio().then((studio) => studio.stop())
    await Promise.race([stopped.catch(sayWhy), sleep(WITHIN)])
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/** Nothing is started behind an open door. @throws StudioError `open-door` */
async function openBehindDoor(): Promise<void> {
  const { ownerPassword, viewerPassword, dataDir } = environment()
  for (const password of [ownerPassword, viewerPassword]) keepOutOfLogs(...Object.values(password ?? {}))
  closeKept(dataDir)
  const open = openDoorRefusal()
  if (open !== null) throw new StudioError('open-door', open)
  await startStudio()
}

/** What can't be put down at a stop is left: the next start takes it up, as after a kill. */
function sayWhy(error: unknown): void {
  log.error({ cause: causeOf(error) }, 'not all could be put down in order')
}

/** A studio that can't keep what it buys does not start at all. */
function refuseToStart(error: unknown): never {
  const told = error instanceof EnvironmentError || error instanceof StudioError
  process.stderr.write(`${told ? error.message : `Squero can’t start: ${causeOf(error)}`}\n`)
  process.exit(1)
}
