import 'server-only'
import type { Clock } from '@/lib/clock'
import type { Db } from '@/lib/db/client'
import type { MediaFolder } from '@/lib/media/store'
import type { Venice } from '@/lib/venice/client'

/** The vendor's limits are kept by asking here first: 0, or the time (ms since 1970) when there is room again. */
export interface RateBudget {
  take(call: 'queue' | 'retrieve', now: number): number
  /** A request was answered; too many failed ones in a row would block the key. */
  answered(failed: boolean, now: number): void
  /** The vendor itself said when there is room again. */
  closeUntil(call: 'queue' | 'retrieve', until: number): void
}

/** All that moving a generation on needs from outside; the engine hands it in, so that tests can replay it. */
export interface Works {
  db: Db
  venice: Venice
  folder: MediaFolder
  now: Clock
  budget: RateBudget
  /** Fires when the lease is gone or the studio stops: what can be cut off, is. A send never is. */
  signal: AbortSignal
}
