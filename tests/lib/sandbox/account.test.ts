import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Bench } from './harness'

let bench: Bench
beforeAll(async () => {
  bench = await Bench.open()
})
afterAll(() => bench.close())

describe('the account', () => {
  test('tells its balance', async () => {
    const fresh = await Bench.open({ balanceUsd: 12.5 })
    expect((await fresh.get('/billing/balance')).json).toEqual({
      canConsume: true,
      consumptionCurrency: 'USD',
      balances: { diem: null, usd: 12.5 },
      diemEpochAllocation: 0,
    })
    await fresh.close()
  })

  test('tells its rate limits by model', async () => {
    const { data } = (await bench.get('/api_keys/rate_limits')).json
    expect(data).toMatchObject({ accessPermitted: true, apiTier: { id: 'paid', isCharged: true }, keyExpiration: null })
    expect(data.rateLimits[0]).toEqual({
      apiModelId: 'lagoon-1-text-to-video',
      rateLimits: [{ amount: 40, type: 'RPM' }],
    })
  })

  test('lists charges as negative amounts, oldest first, page by page, with no queue id', async () => {
    await bench.control('POST', 'usage', { delayMs: 0 })
    for (let sold = 0; sold < 25; sold += 1) await bench.queue()
    const first = (await bench.get('/billing/usage-history?pageSize=10&currency=USD')).json
    const second = (await bench.get(`/billing/usage-history?cursor=${first.nextCursor}`)).json
    const third = (await bench.get(`/billing/usage-history?cursor=${second.nextCursor}`)).json
    expect([first.data.length, second.data.length, third.data.length]).toEqual([10, 10, 5])
    expect(third.nextCursor).toBeNull()
    expect(first.nextCursor).toMatch(/^[A-Za-z0-9_-]+$/)
    const entries = [...first.data, ...second.data, ...third.data]
    expect(new Set(entries.map((entry) => entry.amount))).toEqual(new Set([-0.002435]))
    expect(Object.keys(entries[0]).sort()).toEqual(
      ['amount', 'currency', 'inferenceDetails', 'notes', 'pricePerUnitUsd', 'sku', 'timestamp', 'units'].sort(),
    )
    expect(entries[0].sku).toBe('vetro-mini-text-to-video-video-unit')
    expect(new Set(entries.map((entry) => entry.inferenceDetails === null))).toEqual(new Set([true, false]))
    expect(entries.map((entry) => entry.timestamp)).toEqual(entries.map((entry) => entry.timestamp).sort())
  })

  test('refuses a changed cursor, a cursor with filters, and bad filters', async () => {
    const { nextCursor } = (await bench.get('/billing/usage-history?pageSize=10')).json
    const statuses = await Promise.all(
      [
        `cursor=A${nextCursor.slice(1)}x`,
        `cursor=${nextCursor}&pageSize=10`,
        'pageSize=9',
        'currency=EUR',
        'startTimestamp=yesterday',
        'startTimestamp=2026-07-02T00:00:00Z&endTimestamp=2026-07-01T00:00:00Z',
      ].map(async (query) => (await bench.get(`/billing/usage-history?${query}`)).status),
    )
    expect(statuses).toEqual([400, 400, 400, 400, 400, 400])
  })

  test('cuts the history to a window', async () => {
    const at = new Date(Date.now() + 3_600_000).toISOString()
    const later = (await bench.get(`/billing/usage-history?startTimestamp=${at}`)).json
    const earlier = (await bench.get(`/billing/usage-history?endTimestamp=${at}`)).json
    expect(later.data).toEqual([])
    expect(earlier.data.length).toBe(25)
  })

  test('gives the history as CSV', async () => {
    const csv = await bench.get('/billing/usage-history', { accept: 'text/csv' })
    expect(csv.headers.get('content-disposition')).toMatch(/billing-usage-history-\d{8}T\d{9}Z\.csv$/)
    expect(csv.bytes.toString().trim().split('\n').length).toBe(26)
  })
})

describe('the history of what was billed', () => {
  const history = async (of: Bench, query = '') => (await of.get(`/billing/usage-history${query}`)).json.data

  test('shows an entry some seconds after the charge, later ones perhaps sooner', async () => {
    const slow = await Bench.open({ speed: 1 })
    await slow.queue()
    expect(await history(slow)).toEqual([])
    slow.skippedMs += 6000
    expect(await history(slow)).toMatchObject([{ amount: -0.002435, currency: 'USD' }])
    await slow.close()
  })

  test('keeps to the currency and the amount that each job was billed', async () => {
    const mixed = await Bench.open()
    await mixed.control('POST', 'usage', { delayMs: 0 })
    await mixed.queue()
    await mixed.control('POST', 'usage', { currency: 'DIEM', factor: 2 })
    await mixed.queue()
    expect(await history(mixed)).toMatchObject([
      { amount: -0.002435, currency: 'USD', pricePerUnitUsd: 0.002435 },
      { amount: -0.004383, currency: 'DIEM', pricePerUnitUsd: 0.00487 },
    ])
    expect(await history(mixed, '?currency=DIEM')).toHaveLength(1)
    expect((await mixed.ledger()).map((line) => line.microUsd)).toEqual([2435, 4870])
    await mixed.close()
  })

  test('walks on from where it was when an entry of an earlier moment shows late', async () => {
    const walked = await Bench.open()
    await walked.control('POST', 'usage', { delayMs: 0 })
    for (let sold = 0; sold < 12; sold += 1) await walked.queue()
    const first = (await walked.get('/billing/usage-history?pageSize=10')).json
    await walked.control('POST', 'usage', { stranger: { model: 'other', usd: 1, agoMs: 60_000 } })
    const rest = (await walked.get(`/billing/usage-history?cursor=${first.nextCursor}`)).json
    expect([first.data.length, rest.data.length, rest.nextCursor]).toEqual([10, 2, null])
    await walked.close()
  })

  test('is closed to a key without permission', async () => {
    const closed = await Bench.open()
    await closed.control('POST', 'usage', { permitted: false })
    expect((await closed.get('/billing/usage-history')).status).toBe(401)
    await closed.control('POST', 'usage', { permitted: true })
    expect((await closed.get('/billing/usage-history')).status).toBe(200)
    await closed.close()
  })
})

describe('transcriptions', () => {
  const url = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'

  test('charge once and give text and language', async () => {
    const before = (await bench.ledger()).length
    const reply = await bench.post('/video/transcriptions', { url })
    expect(reply.json).toEqual({ transcript: expect.stringContaining('.'), lang: 'en' })
    const [charge] = (await bench.ledger()).slice(before)
    expect(charge).toMatchObject({ kind: 'charge', model: 'youtube-transcription', microUsd: 12_500 })
  })

  test('come as plain text when asked for', async () => {
    const reply = await bench.post('/video/transcriptions', { url, response_format: 'text' })
    expect(reply.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(reply.bytes.length).toBeGreaterThan(100)
  })

  test.each(['https://vimeo.com/1', 'not a url', 'https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ'])(
    'refuse %s and charge nothing',
    async (other) => {
      const before = (await bench.ledger()).length
      const reply = await bench.post('/video/transcriptions', { url: other })
      expect([reply.status, reply.json.issues[0].path]).toEqual([400, ['url']])
      expect((await bench.ledger()).length).toBe(before)
    },
  )
})
