import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'

/** Waits `ms`, or until the signal stops it; does not keep the process alive. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal, ref: false }).catch(() => undefined)
}
