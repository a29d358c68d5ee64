import 'server-only'
import { checkIntegrity, type Integrity } from '@/lib/db/integrity'
import { once } from '@/lib/once'

/** Reading a large file through takes time: it is not done again before, ms. */
const HOLDS = 10 * 60_000

interface Known {
  last: Integrity | null
  underWay: Promise<void> | null
}

/** What is known of the database file; looks again, in the background, when that is old. */
export function knownIntegrity(file: string, now: number): Integrity | null {
  const known = once('integrity', (): Known => ({ last: null, underWay: null }))
  const old = known.last === null || Math.abs(now - known.last.at) > HOLDS
  if (old && !known.underWay) {
    known.underWay = checkIntegrity(file, now).then((integrity) => {
      Object.assign(known, { last: integrity, underWay: null })
    })
  }
  return known.last
}
