import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { VeniceError } from '@/lib/venice/errors'
import { answering, deadPort, httpServer, tcpServer } from './stand-in'
import { film, JOB, sizeOf, veniceAt } from './vendor'

const JSON_TYPE = 'application/json'
const MP4 = 'video/mp4'

async function retrieveAgainst(
  status: number,
  body: unknown,
  contentType = JSON_TYPE,
  headers: Record<string, string> = {},
) {
  const bytes = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body)
  const standIn = await answering(status, bytes, { 'content-type': contentType, ...headers })
  const answer = await veniceAt(standIn.url).retrieveVideo(JOB)
  return { answer, asks: standIn.arrivals.length, arrival: standIn.arrivals[0] }
}

describe('how a job stands', () => {
  test('processing, with the averages of the API', async () => {
    const { answer, arrival } = await retrieveAgainst(200, {
      status: 'PROCESSING',
      average_execution_time: 145_000.4,
      execution_duration: 53_200,
      queue_position: 4,
    })
    expect(answer).toMatchObject({ kind: 'processing', averageMs: 145_000, executionMs: 53_200 })
    expect(arrival?.path).toBe('/api/v1/video/retrieve')
    // Deleting on retrieval would lose a clip that breaks off on its way.
    expect(JSON.parse(arrival?.body ?? '')).toEqual({ model: JOB.model, queue_id: JOB.queueId })
  })

  test.each([
    ['absent', {}],
    ['null', { average_execution_time: null, execution_duration: null }],
    ['words', { average_execution_time: 'long', execution_duration: -3 }],
  ])('processing, where the averages are %s', async (_, averages) => {
    const { answer } = await retrieveAgainst(200, { status: 'PROCESSING', ...averages })
    expect(answer).toMatchObject({ kind: 'processing', averageMs: null, executionMs: null })
  })

  test('completed: the film is at the download address', async () => {
    const { answer } = await retrieveAgainst(200, {
      status: 'COMPLETED',
      average_execution_time: 1,
      execution_duration: 1,
    })
    expect(answer.kind).toBe('completed')
  })

  test.each([
    [404, 'gone'],
    [410, 'gone'],
    [401, 'unauthorized'],
    [429, 'limited'],
    [400, 'troubled'],
    [402, 'troubled'],
    [403, 'troubled'],
    [408, 'troubled'],
    [409, 'troubled'],
    [413, 'troubled'],
    [415, 'troubled'],
    [500, 'troubled'],
    [502, 'troubled'],
    [503, 'troubled'],
    [504, 'troubled'],
  ])('%i is %s, whatever the body', async (status, kind) => {
    const bodies = [
      { error: 'Because.' },
      '',
      '<html>no</html>',
      '{"err',
      '[7]',
      JSON.stringify({ error: 'x'.repeat(3_000_000) }),
    ]
    for (const body of bodies) {
      const { answer, asks } = await retrieveAgainst(status, body)
      expect(answer).toMatchObject({ kind, said: { status } })
      expect(asks).toBe(1)
    }
  })

  test('503 may say when', async () => {
    const { answer } = await retrieveAgainst(503, { error: 'Busy' }, JSON_TYPE, {
      'retry-after': '30',
      date: 'Mon, 23 Nov 2026 12:00:00 GMT',
    })
    expect(answer).toMatchObject({ said: { retryAt: Date.UTC(2026, 10, 23, 12, 0, 30) } })
  })

  test('422 that says so is the provider’s policy', async () => {
    const error = {
      message: 'No.',
      type: 'provider_content_policy',
      recommended_model: 'wan-2-7',
      credits_refunded: true,
    }
    const { answer } = await retrieveAgainst(422, { error })
    expect(answer).toMatchObject({ kind: 'policy', sentence: 'No.', refunded: true, recommendedModel: 'wan-2-7' })
  })

  test('422 that does not tell about credits leaves the refund open', async () => {
    const { answer } = await retrieveAgainst(422, { error: 'Refused' })
    expect(answer).toMatchObject({ kind: 'policy', sentence: 'Refused', refunded: null })
  })

  test.each(['', '<html>Unprocessable</html>', '{"error":{"mess'])(
    '422 without a reason ends nothing: %j',
    async (body) => {
      expect((await retrieveAgainst(422, body)).answer.kind).toBe('troubled')
    },
  )
})

describe('what cannot be read', () => {
  test.each([
    ['nothing', '', JSON_TYPE],
    ['no film', '', MP4],
    ['HTML', '<html>Sign in</html>', 'text/html'],
    ['HTML that calls itself a film', '<!doctype html><title>Sign in</title>', MP4],
    ['JSON that calls itself a film', '{"error":"not yet, come back"}', MP4],
    ['cut JSON', '{"status":"PROCES', JSON_TYPE],
    ['another type', '["PROCESSING"]', JSON_TYPE],
    ['a status nobody knows', '{"status":"EXPLODED"}', JSON_TYPE],
    ['10 MB of JSON', JSON.stringify({ status: 'PROCESSING', filler: 'x'.repeat(10_000_000) }), JSON_TYPE],
    ['text', 'PROCESSING', 'text/plain'],
  ])('%s: troubled', async (_, body, contentType) => {
    const { answer, asks } = await retrieveAgainst(200, body, contentType)
    expect(answer).toMatchObject({ kind: 'troubled', said: { status: 200 } })
    expect(asks).toBe(1)
    expect(JSON.stringify(answer).length).toBeLessThan(5000)
  })

  test('a status that calls itself a film is still a status', async () => {
    const { answer } = await retrieveAgainst(200, { status: 'PROCESSING', average_execution_time: 5 }, MP4)
    expect(answer).toMatchObject({ kind: 'processing', averageMs: 5 })
  })

  test('redirects are not followed', async () => {
    const other = await answering(200, film(100), { 'content-type': MP4 })
    const { answer } = await retrieveAgainst(302, '', JSON_TYPE, { location: other.url })
    expect(answer.kind).toBe('troubled')
    expect(other.arrivals).toHaveLength(0)
  })

  test('nobody listens, a reset, silence, half a header', async () => {
    const dead = `http://127.0.0.1:${await deadPort()}`
    const reset = await tcpServer((socket) => socket.resetAndDestroy())
    const silent = await httpServer(() => {})
    const half = await tcpServer((socket) => socket.end('HTTP/1.1 200 OK\r\ncont'))
    for (const url of [dead, reset.url, silent.url, half.url]) {
      expect(await veniceAt(url).retrieveVideo(JOB)).toMatchObject({ kind: 'troubled', said: null })
    }
    expect(reset.connections).toBe(1)
    expect(silent.arrivals).toHaveLength(1)
  })

  test('a body that stops in its first bytes', async () => {
    const standIn = await tcpServer((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 90\r\n\r\n\0\0'))
    expect(await veniceAt(standIn.url).retrieveVideo(JOB)).toMatchObject({ kind: 'troubled' })
  })

  test('no JSON whatever makes it throw', async () => {
    let body: unknown
    const standIn = await httpServer((response) => response.end(JSON.stringify(body)))
    const venice = veniceAt(standIn.url)
    const keys = fc.constantFrom('status', 'average_execution_time', 'execution_duration', 'error')
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), fc.dictionary(keys, fc.jsonValue())), async (value) => {
        body = value
        expect(['troubled', 'media']).toContain((await venice.retrieveVideo(JOB)).kind)
      }),
      { numRuns: 100 },
    )
  })
})

describe('the film', () => {
  test('comes through byte by byte, with its length', async () => {
    const sent = film(3_000_000)
    const { answer } = await retrieveAgainst(200, sent, MP4, { 'content-length': String(sent.length) })
    if (answer.kind !== 'media') throw new Error(`not a film but ${answer.kind}`)
    expect(answer.media).toMatchObject({ contentType: MP4, length: sent.length })
    const pieces: Uint8Array[] = []
    for await (const piece of answer.media.body) pieces.push(piece)
    expect(Buffer.concat(pieces).equals(sent)).toBe(true)
  })

  test.each(['application/octet-stream', 'video/quicktime', JSON_TYPE, 'text/plain'])(
    'is taken as %s, too',
    async (contentType) => {
      const { answer } = await retrieveAgainst(200, film(500), contentType)
      expect(answer).toMatchObject({ kind: 'media', media: { contentType, length: null } })
    },
  )

  test('that breaks off throws while it is read', async () => {
    const standIn = await tcpServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: video/mp4\r\ncontent-length: 90000\r\n\r\n')
      socket.end(film(5000))
    })
    const answer = await veniceAt(standIn.url).retrieveVideo(JOB)
    if (answer.kind !== 'media') throw new Error(`not a film but ${answer.kind}`)
    await expect(sizeOf(answer.media.body)).rejects.toThrow(VeniceError)
  })

  test('that stalls is given up', async () => {
    const standIn = await httpServer((response) => {
      response.writeHead(200, { 'content-type': MP4, 'content-length': 90_000 })
      response.write(film(5000))
    })
    const answer = await veniceAt(standIn.url).retrieveVideo(JOB)
    if (answer.kind !== 'media') throw new Error(`not a film but ${answer.kind}`)
    await expect(sizeOf(answer.media.body)).rejects.toMatchObject({ code: 'venice-media-broken' })
  })

  test('can be cancelled, and the sender notices', async () => {
    let left = false
    const standIn = await httpServer((response) => {
      response.on('close', () => {
        left = true
      })
      response.writeHead(200, { 'content-type': MP4 })
      response.write(film(5000))
    })
    const answer = await veniceAt(standIn.url).retrieveVideo(JOB)
    if (answer.kind !== 'media') throw new Error(`not a film but ${answer.kind}`)
    answer.media.cancel()
    await expect.poll(() => left).toBe(true)
  })

  test('ends for the sender when the reader stops reading', async () => {
    let left = false
    const standIn = await httpServer((response) => {
      response.on('close', () => {
        left = true
      })
      response.writeHead(200, { 'content-type': MP4 })
      response.write(film(5000))
    })
    const answer = await veniceAt(standIn.url).retrieveVideo(JOB)
    if (answer.kind !== 'media') throw new Error(`not a film but ${answer.kind}`)
    for await (const _ of answer.media.body) break
    await expect.poll(() => left).toBe(true)
  })

  test('stops with the signal', async () => {
    const stop = new AbortController()
    const standIn = await httpServer((response) => {
      response.writeHead(200, { 'content-type': MP4 })
      response.write(film(5000))
    })
    const answer = await veniceAt(standIn.url, { mediaIdle: 20_000 }).retrieveVideo(JOB, stop.signal)
    if (answer.kind !== 'media') throw new Error(`not a film but ${answer.kind}`)
    stop.abort()
    await expect(sizeOf(answer.media.body)).rejects.toThrow(VeniceError)
  })

  test('of which nobody reads on does not fill the memory of the sender’s side here', async () => {
    let sent = 0
    const standIn = await httpServer((response) => {
      response.writeHead(200, { 'content-type': MP4 })
      const more = () => {
        while (sent < 200_000_000 && response.write(film(1_000_000))) sent += 1_000_000
      }
      response.on('drain', more)
      more()
    })
    const answer = await veniceAt(standIn.url, { mediaIdle: 20_000 }).retrieveVideo(JOB)
    if (answer.kind !== 'media') throw new Error(`not a film but ${answer.kind}`)
    const reader = answer.media.body[Symbol.asyncIterator]()
    await reader.next()
    await veniceAt(standIn.url)
      .balance()
      .catch(() => undefined)
    expect(sent).toBeLessThan(20_000_000)
    answer.media.cancel()
  })
})
