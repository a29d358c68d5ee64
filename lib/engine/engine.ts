import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { createAlarm } from '@/lib/engine/alarm'
import { beating } from '@/lib/engine/beat'
import { carryOne } from '@/lib/engine/carry'
import { createHands, type Hand } from '@/lib/engine/hands'
import { takeUp } from '@/lib/engine/round'
import { causeOf } from '@/lib/errors'
import type { Generation } from '@/lib/generations/store'
import type { Works } from '@/lib/generations/works'
import { log } from '@/lib/log'

/** Another process may have added work; ms. */
const LOOK_AGAIN = 15_000
/** Nothing is so urgent that it can't wait so long, ms: a moment that passes at once must not make the loop spin. */
const SHORTEST_REST = 50
/** After a failure of our own (a locked database, say), ms. */
const BREATHE = 1000
/**
 * A send in flight is waited for at a stop, so that its answer is recorded, ms. One that takes longer is unclear at the
 * next start: service managers kill after ten seconds (docs/decisions/025).
 */
const DRAIN = 8000

export interface EngineOptions extends Omit<Works, 'signal' | 'onDownload'> {
  accountId: string
  /** Unique to this process. */
  owner: string
}

export interface Engine {
  /** Something may be due now. */
  wake(): void
  /** Takes nothing new, cuts off what can be cut off, waits for what must be recorded, gives leases back. */
  stop(): Promise<void>
}

/** The loop that moves generations on: take up what can be done, carry each one step, sleep until there is more. */
export function startEngine(options: EngineOptions): Engine {
  const stopping = new AbortController()
  const alarm = createAlarm()
  const hands = createHands(alarm.ring)
  const beat = beating(options.now)
  const carry = (hand: Hand, row: Generation) =>
    hands.give(hand, row.id, (onDownload) => carryOne({ ...options, signal: stopping.signal, onDownload }, row))

  const loop = async () => {
    while (!stopping.signal.aborted) {
      try {
        const now = options.now()
        const next = await takeUp({ ...options, hands, carry }, now)
        beat.looked(hands.ids().length)
        await alarm.wait(restUntil(next, now))
      } catch (error) {
        beat.failed()
        log.error({ cause: causeOf(error) }, 'the engine could not look for work')
        await alarm.wait(BREATHE)
      }
    }
  }

  const running = loop()
  return {
    wake: alarm.ring,
    async stop() {
      stopping.abort(new Error('The studio stops.'))
      alarm.ring()
      await running
      await Promise.race([hands.allDone(), sleep(DRAIN, undefined, { ref: false })])
    },
  }
}

function restUntil(next: number | null, now: number): number {
  if (next === null) return LOOK_AGAIN
  return Math.min(Math.max(next - now, SHORTEST_REST), LOOK_AGAIN)
}
