import 'server-only'
import type { Clock } from '@/lib/clock'
import { once } from '@/lib/once'

/** How the engine of this process is. Kept in memory: another process has its own. */
export interface EngineBeat {
  /** When it last looked for work and could, ms since 1970; null: not yet. */
  at: number | null
  /** Generations in hand. */
  inHand: number
  /** When it last could not look, ms since 1970; null: it could ever since. */
  failingSince: number | null
}

/** This process's, the same object each time; the engine alone writes it. */
export function engineBeat(): EngineBeat {
  return once('engine-beat', () => ({ at: null, inHand: 0, failingSince: null }))
}

/** It looks at least each 15 s (lib/engine/engine.ts); a round may wait for a lock for 30 s. ms */
const LATE = 60_000

/** Whether the engine goes on. */
export function isBeating({ at }: EngineBeat, now: number): boolean {
  // A clock that was set back must not make it look dead.
  return at !== null && Math.abs(now - at) < LATE
}

/** What the engine says of itself. */
export function beating(now: Clock) {
  const beat = engineBeat()
  return {
    looked: (inHand: number) => Object.assign(beat, { at: now(), inHand, failingSince: null }),
    failed: () => Object.assign(beat, { failingSince: beat.failingSince ?? now() }),
  }
}
