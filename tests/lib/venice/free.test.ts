import { describe, expect, test } from 'vitest'
import { answering, deadPort, httpServer } from './stand-in'
import { NOW, veniceAt } from './vendor'

const REQUEST = { model: 'm', duration: '5s', resolution: '720p', aspectRatio: '16:9', audio: true }

describe('a quote', () => {
  test.each([
    [0.35, 350_000],
    [1.005, 1_005_000],
    [0.0000014, 1],
    [0, 0],
    [0.1 + 0.2, 300_000],
  ])('of $%d is %i µUSD', async (quote, microUsd) => {
    const standIn = await answering(200, JSON.stringify({ quote, currency: 'USD' }))
    expect(await veniceAt(standIn.url).quoteVideo(REQUEST)).toBe(microUsd)
    expect(JSON.parse(standIn.arrivals[0]?.body ?? '')).toEqual({
      model: 'm',
      duration: '5s',
      resolution: '720p',
      aspect_ratio: '16:9',
      audio: true,
    })
  })

  test.each([
    '{"quote":"0.35"}',
    '{"quote":-1}',
    '{"quote":1e999}',
    '{"quote":null}',
    '{}',
    '[]',
    '',
    '{"quo',
    '<html>',
    'null',
  ])('that cannot be read says so: %j', async (body) => {
    const standIn = await answering(200, body)
    await expect(veniceAt(standIn.url).quoteVideo(REQUEST)).rejects.toMatchObject({
      name: 'VeniceError',
      code: 'venice-unreadable',
      sentence: expect.stringContaining('Nothing was spent'),
    })
  })

  test.each([
    [400, 'venice-invalid'],
    [401, 'venice-unauthorized'],
    [402, 'venice-balance'],
    [403, 'venice-region'],
    [404, 'venice-not-found'],
    [410, 'venice-not-found'],
    [422, 'venice-policy'],
    [429, 'venice-limited'],
    [500, 'venice-troubled'],
    [502, 'venice-troubled'],
    [307, 'venice-troubled'],
  ])('refused with %i carries %s, the words of the API and the issues', async (status, code) => {
    const body = { error: 'Because.', issues: [{ path: ['resolution'], message: 'Unknown' }] }
    const standIn = await answering(status, JSON.stringify(body), {
      'retry-after': '5',
      date: new Date(NOW).toUTCString(),
    })
    await expect(veniceAt(standIn.url).quoteVideo(REQUEST)).rejects.toMatchObject({
      code,
      sentence: expect.stringMatching(/Nothing was spent.*Because\./),
      issues: [{ path: ['resolution'], message: 'Unknown' }],
      retryAt: NOW + 5000,
    })
    expect(standIn.arrivals).toHaveLength(1)
  })

  test('that nobody answers says so', async () => {
    const venice = veniceAt(`http://127.0.0.1:${await deadPort()}`)
    await expect(venice.quoteVideo(REQUEST)).rejects.toMatchObject({ code: 'venice-unreachable' })
  })

  test('that stalls can be stopped at once', async () => {
    const stop = new AbortController()
    const standIn = await httpServer(() => stop.abort())
    const quote = veniceAt(standIn.url, { headers: 20_000 }).quoteVideo(REQUEST, stop.signal)
    await expect(quote).rejects.toMatchObject({ code: 'venice-stopped' })
  })

  test('that stalls holds up no other', async () => {
    let first = true
    const standIn = await httpServer((response) => {
      if (!first) response.end('{"quote":0.2}')
      first = false
    })
    const venice = veniceAt(standIn.url, { headers: 20_000 })
    const stop = new AbortController()
    const stalled = venice.quoteVideo(REQUEST, stop.signal).catch((error: unknown) => error)
    await expect.poll(() => standIn.arrivals.length).toBe(1)
    expect(await venice.quoteVideo(REQUEST)).toBe(200_000)
    stop.abort()
    expect(await stalled).toMatchObject({ code: 'venice-stopped' })
  })
})

describe('the list of models', () => {
  test('is handed on as it came', async () => {
    const data = [{ id: 'a', anything: { at: 'all' } }, 7]
    const standIn = await answering(200, JSON.stringify({ object: 'list', data }))
    expect(await veniceAt(standIn.url).listVideoModels()).toEqual(data)
    expect(standIn.arrivals[0]).toMatchObject({ method: 'GET', path: '/api/v1/models?type=video' })
  })

  test.each(['{"data":{}}', '[]', '{}', '<html>'])('must be a list: %j', async (body) => {
    const standIn = await answering(200, body)
    await expect(veniceAt(standIn.url).listVideoModels()).rejects.toMatchObject({ code: 'venice-unreadable' })
  })
})

describe('the balance', () => {
  test('in millionths', async () => {
    const body = {
      canConsume: true,
      consumptionCurrency: 'DIEM',
      balances: { diem: 90.5, usd: 25.000001 },
      diemEpochAllocation: 100,
    }
    const standIn = await answering(200, JSON.stringify(body))
    expect(await veniceAt(standIn.url).balance()).toEqual({
      canConsume: true,
      currency: 'DIEM',
      usdMicro: 25_000_001,
      diemMicro: 90_500_000,
    })
  })

  test('that the account does not have is unknown, not zero', async () => {
    const standIn = await answering(
      200,
      '{"canConsume":false,"consumptionCurrency":null,"balances":{"diem":null,"usd":null}}',
    )
    expect(await veniceAt(standIn.url).balance()).toEqual({
      canConsume: false,
      currency: null,
      usdMicro: null,
      diemMicro: null,
    })
  })
})
