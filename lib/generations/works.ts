import 'server-only'
import type { Clock } from '@/lib/clock'
import type { Db } from '@/lib/db/client'
import type { MediaFolder } from '@/lib/media/store'
import type { Rate } from '@/lib/venice/answers'
import type { Venice } from '@/lib/venice/client'

/** The calls that the vendor limits by the minute. */
export type Call = 'queue' | 'retrieve'

/** The vendor's limits, kept by asking here first. */
export interface RateBudget {
  /** For how many calls there is room, of `most`. Takes nothing. */
  room(call: Call, now: number, most: number): Promise<Room>
  /** Takes room for one call: 0, or the time (ms since 1970) when there is room again. What was taken must be `answered`. */
  take(call: Call, now: number): Promise<number>
  /** What the answer to a call told of the limits. Never throws: the next answer tells it again. */
  answered(call: Call, told: Told, now: number): Promise<void>
  /** Another call failed: too many failed ones in a short time would block the key. Never throws. */
  failed(now: number): Promise<void>
}

/** Room for so many calls now; for none, when there is room again (ms since 1970). */
export interface Room {
  calls: number
  at: number
}

/** What an answer tells of the limits. */
export interface Told {
  /** Whether the vendor counts it as a failed request. */
  failed: boolean
  rate: Rate | null
  /** The vendor takes no such call until then, ms since 1970. */
  closedUntil: number | null
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
  /** A step that was short so far has turned into a download, which may take minutes. */
  onDownload?: () => void
}
