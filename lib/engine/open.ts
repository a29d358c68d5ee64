import 'server-only'
import { startStudio } from '@/lib/engine/studio'
import { EnvironmentError } from '@/lib/env'
import { causeOf, StudioError } from '@/lib/errors'
import { log } from '@/lib/log'

/**
 * Starts the studio in this process and drains it when the process is told to stop. Next would exit at once on SIGTERM;
 * `NEXT_MANUAL_SIG_HANDLE` (set by lib/cli) leaves that to us.
 */
export async function openStudio(): Promise<void> {
  const studio = await startStudio().catch(refuseToStart)
  let stopping = false
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) return
    stopping = true
    log.info({ signal }, 'stopping')
    await studio.stop()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/** A studio that can't keep what it buys does not start at all. */
function refuseToStart(error: unknown): never {
  const told = error instanceof EnvironmentError || error instanceof StudioError
  process.stderr.write(`${told ? error.message : `Squero can’t start: ${causeOf(error)}`}\n`)
  process.exit(1)
}
