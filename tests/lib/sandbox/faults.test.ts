import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ask, Bench, SMALL, SMALL_DOWNLOAD } from './harness'

let bench: Bench
beforeAll(async () => {
  bench = await Bench.open()
})
afterAll(() => bench.close())
beforeEach(async () => {
  await bench.control('DELETE', 'limits')
  await bench.control('DELETE', 'faults')
})

const charges = async () => (await bench.ledger()).length
const quote = () => bench.post('/video/quote', { model: SMALL.model, duration: '5s' })

/** Whether `act` is still unanswered after a while in which the sandbox answered others. */
async function staysSilent(act: (signal: AbortSignal) => Promise<unknown>): Promise<boolean> {
  const abort = new AbortController()
  let answered = false
  const asked = act(abort.signal).then(
    () => {
      answered = true
    },
    () => undefined,
  )
  for (let other = 0; other < 20; other += 1) await bench.control('GET', 'faults')
  const silent = !answered
  abort.abort()
  await asked
  return silent
}

const silentQueue = (signal: AbortSignal) =>
  ask(`${bench.origin}/api/v1/video/queue`, {
    method: 'POST',
    headers: { authorization: 'Bearer sandbox', 'content-type': 'application/json' },
    body: JSON.stringify(SMALL),
    signal,
  })

describe('a fault on order', () => {
  test.each([400, 401, 402, 403, 404, 409, 410, 413, 415, 422, 429, 500, 502, 503, 504])(
    'answers %i with the body of that status and does nothing',
    async (status) => {
      const before = await charges()
      await bench.order('queue', { kind: 'status', status })
      const reply = await bench.queue()
      expect(reply.status).toBe(status)
      expect(reply.json.error).toBeDefined()
      expect(await charges()).toBe(before)
    },
  )

  test.each([
    ['empty', (text: string) => text === ''],
    ['html', (text: string) => text.startsWith('<!DOCTYPE html>')],
    ['cut-json', (text: string) => text.startsWith('{') && !text.endsWith('}')],
    ['wrong-type', (text: string) => JSON.parse(text).queue_id.id === 42],
    ['huge-json', (text: string) => text.length > 10_000_000 && JSON.parse(text).error !== ''],
  ])('gives a body that is %s', async (body, looksRight) => {
    await bench.order('queue', { kind: 'status', status: 502, body, headers: { 'retry-after': '7' } })
    const reply = await bench.queue()
    expect(reply.headers.get('retry-after')).toBe('7')
    expect(looksRight(reply.bytes.toString())).toBe(true)
  })

  test('with a 2xx strikes after the call had its effect', async () => {
    const before = await charges()
    await bench.order('queue', { kind: 'status', status: 200, body: 'cut-json' })
    expect((await bench.queue()).json).toBeUndefined()
    expect(await charges()).toBe(before + 1)
  })

  test('status-after charges and answers an HTML 502', async () => {
    const before = await charges()
    await bench.order('queue', { kind: 'status-after' })
    const reply = await bench.queue()
    expect([reply.status, reply.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8'])
    expect(await charges()).toBe(before + 1)
  })

  test('no-queue-id charges and answers {}', async () => {
    const before = await charges()
    await bench.order('queue', { kind: 'no-queue-id' })
    const reply = await bench.queue()
    expect([reply.status, reply.json]).toEqual([200, {}])
    expect(await charges()).toBe(before + 1)
  })

  test.each([
    ['before', 0],
    ['after', 1],
  ])('resets the socket %s the charge', async (when, charged) => {
    const before = await charges()
    await bench.order('queue', { kind: 'reset', when })
    await expect(bench.queue()).rejects.toThrow()
    expect(await charges()).toBe(before + charged)
  })

  test.each([
    ['before', 0],
    ['after', 1],
  ])('stalls %s the charge', async (when, charged) => {
    const before = await charges()
    await bench.order('queue', { kind: 'stall', when })
    expect(await staysSilent(silentQueue)).toBe(true)
    expect(await charges()).toBe(before + charged)
  })

  test('delays', async () => {
    await bench.order('quote', { kind: 'delay', ms: 300 })
    const started = performance.now()
    expect((await quote()).status).toBe(200)
    expect(performance.now() - started).toBeGreaterThan(280)
  })

  test('skips, repeats and then is over', async () => {
    await bench.order('quote', { kind: 'status', status: 500 }, { skip: 1, times: 2 })
    const seen = []
    for (let time = 0; time < 5; time += 1) seen.push((await quote()).status)
    expect(seen).toEqual([200, 500, 500, 200, 200])
    expect((await bench.control('GET', 'faults')).json).toEqual([])
  })

  test('strikes only what it matches', async () => {
    const queued = await bench.queue({ prompt: 'the one' })
    const other = await bench.queue({ prompt: 'another' })
    await bench.order('queue', { kind: 'status', status: 500 }, { match: { promptIncludes: 'thunder' } })
    await bench.order('retrieve', { kind: 'status', status: 503 }, { match: { queueId: queued.json.queue_id } })
    await bench.order('quote', { kind: 'status', status: 500 }, { match: { model: 'lagoon-1-text-to-video' } })
    expect((await bench.queue()).status).toBe(200)
    expect((await bench.queue({ prompt: 'thunder' })).status).toBe(500)
    expect((await bench.retrieve(other)).status).toBe(200)
    expect((await bench.retrieve(queued)).status).toBe(503)
    expect((await quote()).status).toBe(200)
  })

  test('reaches every call', async () => {
    const queued = await bench.queue(SMALL_DOWNLOAD)
    const link = queued.json.download_url
    const names = { model: queued.json.model, queue_id: queued.json.queue_id }
    const calls: [string, () => Promise<{ status: number }>][] = [
      ['models', () => bench.get('/models?type=video')],
      ['quote', quote],
      ['queue', () => bench.queue()],
      ['retrieve', () => bench.retrieve(queued)],
      ['complete', () => bench.post('/video/complete', names)],
      ['download', () => ask(link)],
      ['download-delete', () => ask(link, { method: 'DELETE' })],
      ['transcriptions', () => bench.post('/video/transcriptions', { url: 'https://youtu.be/dQw4w9WgXcQ' })],
      ['balance', () => bench.get('/billing/balance')],
      ['usage', () => bench.get('/billing/usage-history')],
    ]
    for (const [on, call] of calls) {
      await bench.order(on, { kind: 'status', status: 504 })
      expect([on, (await call()).status]).toEqual([on, 504])
    }
  })

  test('that nobody knows is refused', async () => {
    expect((await bench.order('queue', { kind: 'gremlin' })).status).toBe(400)
  })

  test('counts towards the block only when it is to', async () => {
    await bench.order('quote', { kind: 'status', status: 500 }, { times: 25 })
    for (let time = 0; time < 25; time += 1) await quote()
    expect((await quote()).status).toBe(200)
    await bench.order('quote', { kind: 'status', status: 500 }, { times: 21, countsAsFailure: true })
    for (let time = 0; time < 21; time += 1) await quote()
    expect((await quote()).status).toBe(429)
  })
})

describe('a fault in the footage', () => {
  async function finishedJob() {
    const queued = await bench.queue()
    const clip = await bench.finished(queued)
    return { queued, clip: clip.bytes }
  }

  test('cuts the body at a byte, and waits for the footage to do it', async () => {
    await bench.order('retrieve', { kind: 'cut-body', at: 1000 }, { match: { promptIncludes: 'unseen before' } })
    const queued = await bench.queue({ prompt: 'unseen before' })
    await expect(bench.finished(queued)).rejects.toThrow()
    expect((await bench.finished(queued)).headers.get('content-type')).toBe('video/mp4')
  })

  test('stops the body at a byte without an end', async () => {
    const { queued, clip } = await finishedJob()
    await bench.order('retrieve', { kind: 'stall-body', at: 2000 })
    const response = await fetch(`${bench.origin}/api/v1/video/retrieve`, {
      method: 'POST',
      headers: { authorization: 'Bearer sandbox', 'content-type': 'application/json' },
      body: JSON.stringify({ model: queued.json.model, queue_id: queued.json.queue_id }),
    })
    expect(Number(response.headers.get('content-length'))).toBe(clip.length)
    const reader = response.body?.getReader()
    let received = 0
    while (received < 2000) received += (await reader?.read())?.value?.length ?? 0
    expect(received).toBe(2000)
    const next = (signal: AbortSignal) => {
      signal.addEventListener('abort', () => void reader?.cancel())
      return reader?.read() ?? Promise.resolve()
    }
    expect(await staysSilent(next)).toBe(true)
  })

  test('drips', async () => {
    const { queued, clip } = await finishedJob()
    const bytes = Math.ceil(clip.length / 5)
    await bench.order('retrieve', { kind: 'drip', bytes, everyMs: 60 })
    const started = performance.now()
    expect((await bench.retrieve(queued)).bytes.equals(clip)).toBe(true)
    expect(performance.now() - started).toBeGreaterThan(200)
  })

  test('gives garbage as video/mp4', async () => {
    const { queued } = await finishedJob()
    await bench.order('retrieve', { kind: 'garbage-media', bytes: 5000 })
    const reply = await bench.retrieve(queued)
    expect([reply.status, reply.headers.get('content-type'), reply.bytes.length]).toEqual([200, 'video/mp4', 5000])
    expect(reply.bytes.toString('latin1', 4, 8)).not.toBe('ftyp')
  })

  test('cuts a download too', async () => {
    const queued = await bench.queue(SMALL_DOWNLOAD)
    await bench.finished(queued)
    await bench.order('download', { kind: 'cut-body', at: 0 })
    await expect(ask(queued.json.download_url)).rejects.toThrow()
    expect((await ask(queued.json.download_url)).status).toBe(200)
  })
})
