import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Bench, SMALL } from './harness'

let bench: Bench
beforeEach(async () => {
  bench = await Bench.open()
  // To the start of a minute's window, so that a test never straddles two.
  bench.skippedMs += 60_000 - (Date.now() % 60_000)
})
afterEach(() => bench.close())

async function statuses(times: number, act: () => Promise<{ status: number }>): Promise<number[]> {
  const seen = []
  for (let time = 0; time < times; time += 1) seen.push((await act()).status)
  return seen
}

describe('rate limits', () => {
  test('let 40 queue requests through a minute and say when to come back', async () => {
    const accepted = await statuses(40, () => bench.queue())
    const refused = await bench.queue()
    expect(new Set(accepted)).toEqual(new Set([200]))
    expect(refused.status).toBe(429)
    expect(refused.headers.get('x-ratelimit-limit-requests')).toBe('40')
    expect(refused.headers.get('x-ratelimit-remaining-requests')).toBe('0')
    const resets = Number(refused.headers.get('x-ratelimit-reset-requests')) * 1000
    expect(resets - (Date.now() + bench.skippedMs)).toBeGreaterThan(0)
    expect(resets - (Date.now() + bench.skippedMs)).toBeLessThanOrEqual(60_000)
    expect((await bench.ledger()).length).toBe(40)
    bench.skippedMs += 60_000
    expect((await bench.queue()).status).toBe(200)
  })

  test('let 120 retrieve requests through a minute', async () => {
    await bench.control('POST', 'speed', { speed: 0.01 })
    const queued = await bench.queue()
    const seen = await statuses(121, () => bench.retrieve(queued))
    expect(seen.filter((status) => status === 200).length).toBe(120)
    expect(seen[120]).toBe(429)
  })

  test('can be granted higher, and are told so', async () => {
    await bench.control('POST', 'limits', { retrieve: 200 })
    await bench.control('POST', 'speed', { speed: 0.01 })
    const queued = await bench.queue()
    const seen = await statuses(121, () => bench.retrieve(queued))
    expect(new Set(seen)).toEqual(new Set([200]))
    expect((await bench.retrieve(queued)).headers.get('x-ratelimit-limit-requests')).toBe('200')
  })

  test('block a key for 30 s after more than 20 failures in 30 s', async () => {
    const fail = () => bench.post('/video/retrieve', { model: SMALL.model, queue_id: 'unknown' })
    expect(new Set(await statuses(21, fail))).toEqual(new Set([404]))
    expect((await bench.get('/billing/balance')).status).toBe(429)
    bench.skippedMs += 30_000
    expect((await bench.get('/billing/balance')).status).toBe(200)
  })

  test('forgive failures that are older than 30 s', async () => {
    const fail = () => bench.post('/video/retrieve', { model: SMALL.model, queue_id: 'unknown' })
    await statuses(15, fail)
    bench.skippedMs += 30_001
    await statuses(15, fail)
    expect((await bench.get('/billing/balance')).status).toBe(200)
  })
})
