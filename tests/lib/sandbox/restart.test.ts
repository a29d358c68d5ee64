import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Bench } from './harness'

let bench: Bench
beforeEach(async () => {
  bench = await Bench.open()
})
afterEach(() => bench.close())

const ledgerFile = () => readFileSync(join(bench.dir, 'ledger.jsonl'), 'utf8')

describe('the journals', () => {
  test('hold the charge before the answer leaves, even when the answer never does', async () => {
    await bench.order('queue', { kind: 'reset', when: 'after' })
    await expect(bench.queue()).rejects.toThrow()
    const [line] = ledgerFile().trim().split('\n')
    expect(JSON.parse(line ?? '')).toEqual({
      at: expect.any(String),
      kind: 'charge',
      queueId: expect.any(String),
      model: 'vetro-mini-text-to-video',
      microUsd: 2435,
      requestId: expect.any(String),
      bodyHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  test('only ever grow', async () => {
    await bench.queue({ prompt: 'provider-refuses-refunded' })
    const before = ledgerFile()
    await bench.queue()
    await bench.restart()
    await bench.queue()
    expect(ledgerFile().startsWith(before)).toBe(true)
    expect(ledgerFile().trim().split('\n').length).toBe(3)
  })

  test('give the same hash to the same body, and another to another', async () => {
    await bench.queue()
    await bench.queue()
    await bench.queue({ prompt: 'else' })
    const hashes = ledgerFile()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).bodyHash)
    expect(hashes[0]).toBe(hashes[1])
    expect(hashes[2]).not.toBe(hashes[0])
  })

  test('bear a last line torn by a kill', async () => {
    await bench.queue()
    appendFileSync(join(bench.dir, 'ledger.jsonl'), '{"at":"2026-')
    await bench.restart()
    await bench.queue()
    expect((await bench.ledger()).length).toBe(2)
    await bench.restart()
    expect((await bench.ledger()).length).toBe(2)
  })
})

describe('a restart', () => {
  test('goes on with the jobs it sold, at the times they had', async () => {
    const queued = await bench.queue()
    const [before] = (await bench.control('GET', 'jobs')).json
    await bench.restart({ speed: 1 })
    const [after] = (await bench.control('GET', 'jobs')).json
    expect(after.finishesAt).toBe(before.finishesAt)
    expect((await bench.finished(queued)).headers.get('content-type')).toBe('video/mp4')
  })

  test('keeps what was completed completed', async () => {
    const queued = await bench.queue()
    await bench.finished(queued)
    await bench.post('/video/complete', { model: queued.json.model, queue_id: queued.json.queue_id })
    await bench.restart()
    expect((await bench.retrieve(queued)).status).toBe(404)
  })

  test('remembers what was spent', async () => {
    await bench.queue()
    const before = (await bench.get('/billing/balance')).json
    await bench.restart()
    expect((await bench.get('/billing/balance')).json).toEqual(before)
    expect(before.balances.usd).toBe(99.997565)
  })
})

describe('closing', () => {
  test('is fast in the middle of everything', async () => {
    await bench.queue({ model: 'campanile-2-4k-text-to-video', duration: '8s', resolution: '4k' })
    await bench.order('balance', { kind: 'stall' })
    const stalled = bench.get('/billing/balance')
    const cut = expect(stalled).rejects.toThrow()
    await bench.control('GET', 'jobs')
    const started = performance.now()
    await bench.restart()
    await cut
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
