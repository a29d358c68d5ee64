import { describe, expect, test } from 'vitest'
import { answering, deadPort, httpServer } from './stand-in'
import { KEY, NOW, veniceAt } from './vendor'

const ENTRY = {
  amount: -0.35,
  currency: 'USD',
  inferenceDetails: null,
  notes: 'API Inference',
  pricePerUnitUsd: 0.07,
  sku: 'lagoon-1-text-to-video-video-unit',
  timestamp: '2026-11-23T11:59:01.250Z',
  units: 5,
}
const WINDOW = { from: NOW - 60_000 }

/** A vendor that gives these answers, one after the other, to the walk of a history. */
const inTurn = (...answers: { status?: number; body: unknown }[]) =>
  httpServer((response) => {
    const { status = 200, body } = answers.shift() ?? { status: 500, body: {} }
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  })

const page = (amounts: number[], nextCursor: string | null) => ({
  body: { data: amounts.map((amount) => ({ ...ENTRY, amount })), nextCursor },
})
const REJECTED = { status: 400, body: { error: 'Invalid cursor' } }

describe('the usage history', () => {
  test('is read into signed millionths, with the price it names and everything else as it came', async () => {
    const standIn = await answering(200, JSON.stringify({ data: [{ ...ENTRY, brand_new: 1 }], nextCursor: null }))
    expect(await veniceAt(standIn.url).usageHistory(WINDOW)).toEqual([
      {
        sku: 'lagoon-1-text-to-video-video-unit',
        amountMicro: -350_000,
        currency: 'USD',
        at: Date.UTC(2026, 10, 23, 11, 59, 1, 250),
        notes: 'API Inference',
        priceMicroUsd: 350_000,
        body: { ...ENTRY, brand_new: 1 },
      },
    ])
  })

  test('is walked page by page, each further one asked for by its cursor alone', async () => {
    const standIn = await inTurn(page([-1, -2], 'abc'), page([3], 'def'), page([], null))
    const entries = await veniceAt(standIn.url).usageHistory({ from: NOW - 60_000, to: NOW })
    expect(entries.map((entry) => entry.amountMicro)).toEqual([-1e6, -2e6, 3e6])
    expect(standIn.arrivals.map((arrival) => new URL(arrival.path, standIn.url).search)).toEqual([
      '?startTimestamp=2026-11-23T11%3A59%3A00.000Z&pageSize=1000&endTimestamp=2026-11-23T12%3A00%3A00.000Z',
      '?cursor=abc',
      '?cursor=def',
    ])
  })

  test('is walked anew when a cursor is rejected, and nothing of the first walk is told twice', async () => {
    const standIn = await inTurn(page([-1], 'abc'), REJECTED, page([-1], 'abc'), page([-2], null))
    const entries = await veniceAt(standIn.url).usageHistory(WINDOW)
    expect(entries.map((entry) => entry.amountMicro)).toEqual([-1e6, -2e6])
  })

  test('is given up when the cursor is rejected again', async () => {
    const standIn = await inTurn(page([-1], 'abc'), REJECTED, page([-1], 'abc'), REJECTED)
    await expect(veniceAt(standIn.url).usageHistory(WINDOW)).rejects.toMatchObject({ code: 'venice-unreadable' })
    expect(standIn.arrivals).toHaveLength(4)
  })

  test('ends, however many pages the vendor would give', async () => {
    const standIn = await answering(200, JSON.stringify({ data: [ENTRY], nextCursor: 'again' }))
    await expect(veniceAt(standIn.url).usageHistory(WINDOW)).rejects.toMatchObject({
      name: 'VeniceError',
      code: 'venice-unreadable',
      sentence: expect.stringContaining('Charges stay as quoted.'),
    })
    expect(standIn.arrivals).toHaveLength(40)
  })

  test.each([401, 403])('that the key may not read (%i) is told apart from every other trouble', async (status) => {
    const standIn = await answering(status, JSON.stringify({ error: 'Authentication failed' }))
    await expect(veniceAt(standIn.url).usageHistory(WINDOW)).rejects.toMatchObject({
      name: 'VeniceError',
      code: 'venice-not-permitted',
    })
  })

  test.each([
    [400, 'venice-invalid'],
    [429, 'venice-limited'],
    [500, 'venice-troubled'],
    [504, 'venice-troubled'],
  ])('answered with %i is %s', async (status, code) => {
    const standIn = await answering(status, JSON.stringify({ error: 'Because.' }))
    await expect(veniceAt(standIn.url).usageHistory(WINDOW)).rejects.toMatchObject({ code })
    expect(standIn.arrivals).toHaveLength(1)
  })

  test('that nobody answers for says so', async () => {
    const venice = veniceAt(`http://127.0.0.1:${await deadPort()}`)
    await expect(venice.usageHistory(WINDOW)).rejects.toMatchObject({ code: 'venice-unreachable' })
  })

  test.each(['', '<html>', '{"data":', '[]', '{"data":"none"}', '{"data":[{"sku":7}],"nextCursor":null}'])(
    'that cannot be read says so: %j',
    async (body) => {
      const standIn = await answering(200, body)
      await expect(veniceAt(standIn.url).usageHistory(WINDOW)).rejects.toMatchObject({ code: 'venice-unreadable' })
    },
  )

  test('leaves out single entries that cannot be read', async () => {
    const odd = [null, 7, {}, { ...ENTRY, amount: 'much' }, { ...ENTRY, timestamp: 'yesterday' }, { ...ENTRY, sku: '' }]
    const standIn = await answering(200, JSON.stringify({ data: [...odd, ENTRY], nextCursor: null }))
    expect(await veniceAt(standIn.url).usageHistory(WINDOW)).toHaveLength(1)
  })

  test('takes what is left out or spelled otherwise: no notes, no price, an amount in quotes', async () => {
    const { sku, timestamp } = ENTRY
    const bare = { sku, timestamp, amount: '-0.35', currency: 'diem' }
    const standIn = await answering(200, JSON.stringify({ data: [bare] }))
    expect(await veniceAt(standIn.url).usageHistory(WINDOW)).toMatchObject([
      { amountMicro: -350_000, currency: 'DIEM', notes: '', priceMicroUsd: null },
    ])
  })

  test('is kept without the key, and within bounds', async () => {
    const told = [
      { ...ENTRY, notes: `used ${KEY}` },
      { ...ENTRY, padding: 'x'.repeat(10_000) },
    ]
    const standIn = await answering(200, JSON.stringify({ data: told, nextCursor: null }))
    const text = JSON.stringify(await veniceAt(standIn.url).usageHistory(WINDOW))
    expect(text).not.toContain(KEY)
    expect(text.length).toBeLessThan(6000)
  })
})
