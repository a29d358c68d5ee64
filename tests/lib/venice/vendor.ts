import { createVenice, type Venice } from '@/lib/venice/client'
import type { Timeouts } from '@/lib/venice/timeouts'

export const KEY = 'canary-key-8f31c07a5be94d2e'
export const JOB = { model: 'kling-o3-pro-text-to-video', queueId: 'q-1' }
export const BODY = { model: 'kling-o3-pro-text-to-video', prompt: 'A gondola at dawn', duration: '5s' }
export const NOW = Date.UTC(2026, 10, 23, 12)

const IMPATIENT: Timeouts = {
  connect: 500,
  headers: 300,
  queueHeaders: 300,
  transcriptHeaders: 300,
  text: 300,
  mediaIdle: 300,
}

/** The real client against a stand-in, with little patience and a clock that stands still. */
export function veniceAt(url: string, timeouts: Partial<Timeouts> = {}): Venice {
  return createVenice(
    { baseUrl: `${url}/api/v1`, apiKey: KEY },
    { timeouts: { ...IMPATIENT, ...timeouts }, now: () => NOW },
  )
}

/** The first bytes of a film, then padding. */
export function film(bytes: number): Buffer {
  return Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom'), Buffer.alloc(Math.max(bytes - 12, 0), 7)])
}

export async function sizeOf(body: AsyncIterable<Uint8Array>): Promise<number> {
  let size = 0
  for await (const piece of body) size += piece.length
  return size
}
