import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answering, deadPort, httpServer, tcpServer } from './stand-in'
import { BODY, film, veniceAt } from './vendor'

const queued = {
  model: BODY.model,
  queue_id: '123e4567',
  download_url: 'https://vps.example/clip/abcdefghijklmnopqrst?sig=0123456789abcdef',
}

/** The answer to a queue request that gets `body` with `status`, and how often the request came. */
async function queueAgainst(status: number, body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body)
  const standIn = await answering(status, text, headers)
  const answer = await veniceAt(standIn.url).queueVideo(BODY)
  return { answer, sends: standIn.arrivals.length, arrival: standIn.arrivals[0] }
}

describe('what was bought', () => {
  test('200 with a queue id is queued, with its secret address', async () => {
    const { answer, sends, arrival } = await queueAgainst(200, { ...queued, something_new: { a: 1 } })
    expect(answer).toMatchObject({ kind: 'queued', queueId: '123e4567', downloadUrl: queued.download_url })
    expect(sends).toBe(1)
    expect(arrival?.path).toBe('/api/v1/video/queue')
    expect(JSON.parse(arrival?.body ?? '')).toEqual(BODY)
  })

  test('the model falls back on the one asked for, and a strange download_url is none', async () => {
    const { answer } = await queueAgainst(200, { queue_id: 'x', download_url: 17 })
    expect(answer).toMatchObject({ kind: 'queued', model: BODY.model, queueId: 'x', downloadUrl: null })
  })

  test('half a character in its secret address leaves it a receipt', async () => {
    const { answer } = await queueAgainst(200, { ...queued, download_url: 'https://vps.example/\ud83d' })
    expect(answer).toMatchObject({ kind: 'queued', queueId: '123e4567' })
  })

  test('a body of 3 MB arrives whole, once', async () => {
    const standIn = await answering(200, JSON.stringify(queued))
    const prompt = 'é'.repeat(1_500_000)
    const answer = await veniceAt(standIn.url, { queueHeaders: 5000 }).queueVideo({ ...BODY, prompt })
    expect(answer.kind).toBe('queued')
    expect(standIn.arrivals).toHaveLength(1)
    expect(JSON.parse(standIn.arrivals[0]?.body ?? '').prompt).toBe(prompt)
  })
})

test('a slow line may take longer for a large body than the API may take to answer', async () => {
  let came = 0
  const standIn = await tcpServer((socket, piece) => {
    if (piece.endsWith('}')) socket.end(`HTTP/1.1 200 OK\r\n\r\n${JSON.stringify(queued)}`)
    came += piece.length
    if (came < 1_000_000) return
    came = 0
    socket.pause()
    setTimeout(() => socket.resume(), 150)
  })
  const venice = veniceAt(standIn.url, { queueHeaders: 1000 })
  const answer = await venice.queueVideo({ ...BODY, prompt: 'x'.repeat(20_000_000) })
  expect(answer.kind).toBe('queued')
  expect(standIn.connections).toBe(1)
})

describe('what was proven not to be bought', () => {
  test.each([
    [400, 'invalid'],
    [401, 'unauthorized'],
    [402, 'balance'],
    [403, 'region'],
    [404, 'not-found'],
    [413, 'too-large'],
    [415, 'media-type'],
  ])('%i is refused as %s, with the words of the API', async (status, reason) => {
    const { answer, sends } = await queueAgainst(status, { error: 'Because.' })
    expect(answer).toMatchObject({ kind: 'refused', reason, sentence: 'Because.', said: { status, retryAt: null } })
    expect(sends).toBe(1)
  })

  test.each([
    ['empty', ''],
    ['HTML', '<html>Bad request</html>'],
    ['cut', '{"error":"Beca'],
    ['of a wrong type', '[1,2]'],
    ['10 MB long', JSON.stringify({ error: 'x'.repeat(10_000_000) })],
  ])('400 stays refused when its body is %s', async (_, body) => {
    const { answer } = await queueAgainst(400, body)
    expect(answer).toMatchObject({
      kind: 'refused',
      reason: 'invalid',
      sentence: 'Venice did not accept these settings.',
    })
    expect(JSON.stringify(answer).length).toBeLessThan(5000)
  })

  test('issues of a 400 keep their paths', async () => {
    const issues = [{ code: 'custom', message: 'Audio is not configurable', path: ['audio'] }, { message: 4 }, 'odd']
    const { answer } = await queueAgainst(400, { error: 'Invalid request', issues })
    expect(answer).toMatchObject({ issues: [{ path: ['audio'], message: 'Audio is not configurable' }] })
  })

  test('the details of a 400 serve where there are no issues', async () => {
    const details = {
      _errors: ['Whole'],
      duration: { _errors: ['Field is required'] },
      elements: { 0: { video_url: { _errors: ['Bad'] } } },
    }
    const { answer } = await queueAgainst(400, { error: 'Invalid request', details })
    expect(answer).toMatchObject({
      issues: [
        { path: [], message: 'Whole' },
        { path: ['duration'], message: 'Field is required' },
        { path: ['elements', '0', 'video_url'], message: 'Bad' },
      ],
    })
  })

  test('429 is limited until the moment its header names', async () => {
    const reset = String(Date.UTC(2026, 10, 23, 12, 0, 20) / 1000)
    const { answer, sends } = await queueAgainst(
      429,
      { error: 'Slow down' },
      { 'x-ratelimit-reset-requests': reset, date: 'Mon, 23 Nov 2026 12:00:00 GMT' },
    )
    expect(answer).toMatchObject({ kind: 'limited', said: { status: 429, retryAt: Date.UTC(2026, 10, 23, 12, 0, 20) } })
    expect(sends).toBe(1)
  })

  test('409 asks for consent with the text to agree to', async () => {
    const { answer } = await queueAgainst(409, {
      error: { code: 'needs_consent', message: 'Consent needed' },
      consent_flow: 'seedance',
      face_media_roles: ['image'],
      consent: { consent_version: '3', policy_text: 'I agree.' },
      docs_url: 'https://docs.venice.ai/consent',
    })
    expect(answer).toMatchObject({
      kind: 'consent',
      version: '3',
      policyText: 'I agree.',
      roles: ['image'],
      docsUrl: 'https://docs.venice.ai/consent',
    })
  })

  test('a link that is not a web address is not handed on', async () => {
    const { answer } = await queueAgainst(409, {
      error: { code: 'needs_consent' },
      consent: { consent_version: '3', policy_text: 'I agree.' },
      docs_url: 'javascript:alert(1)',
    })
    expect(answer).toMatchObject({ kind: 'consent', docsUrl: null, roles: [] })
  })

  test('nobody listens: unsent', async () => {
    const answer = await veniceAt(`http://127.0.0.1:${await deadPort()}`).queueVideo(BODY)
    expect(answer).toEqual({ kind: 'unsent', cause: expect.stringContaining('ECONNREFUSED') })
  })

  test('no such host: unsent', async () => {
    const answer = await veniceAt('http://nowhere.invalid', { connect: 5000 }).queueVideo(BODY)
    expect(answer.kind).toBe('unsent')
  })

  test('a server without TLS where https is spoken: unsent', async () => {
    const standIn = await tcpServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    const answer = await veniceAt(standIn.url.replace('http:', 'https:')).queueVideo(BODY)
    expect(answer.kind).toBe('unsent')
    expect(standIn.received.join('')).not.toContain('video/queue')
  })

  test('a connection that never stands: unsent', async () => {
    const standIn = await tcpServer(() => {})
    const answer = await veniceAt(standIn.url.replace('http:', 'https:'), { connect: 200 }).queueVideo(BODY)
    expect(answer.kind).toBe('unsent')
    expect(standIn.received.join('')).not.toContain('video/queue')
  })

  test('stopped while the connection is being made: unsent at once', async () => {
    const stop = new AbortController()
    const standIn = await tcpServer(
      () => {},
      () => stop.abort(),
    )
    const venice = veniceAt(standIn.url.replace('http:', 'https:'), { connect: 20_000 })
    expect(await venice.queueVideo(BODY, stop.signal)).toEqual({ kind: 'unsent', cause: 'stopped' })
  })

  test('413 that comes before the body was read is understood', async () => {
    const standIn = await tcpServer((socket) => {
      if (!socket.writableEnded)
        socket.end('HTTP/1.1 413 Payload Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n')
    })
    const answer = await veniceAt(standIn.url, { queueHeaders: 5000 }).queueVideo({
      ...BODY,
      prompt: 'x'.repeat(8_000_000),
    })
    expect(answer).toMatchObject({ kind: 'refused', reason: 'too-large' })
    expect(standIn.connections).toBe(1)
  })

  test('stopped before it was sent: unsent, and nothing connects', async () => {
    const standIn = await answering(200, JSON.stringify(queued))
    const answer = await veniceAt(standIn.url).queueVideo(BODY, AbortSignal.abort())
    expect(answer).toEqual({ kind: 'unsent', cause: 'stopped' })
    expect(standIn.arrivals).toHaveLength(0)
  })
})

describe('the content policy', () => {
  test('422 from Venice, with a prompt that would pass', async () => {
    const { answer } = await queueAgainst(422, { error: 'Not this.', suggested_prompt: 'That instead' })
    expect(answer).toMatchObject({
      kind: 'policy',
      sentence: 'Not this.',
      suggestedPrompt: 'That instead',
      creditsRefunded: null,
    })
  })

  test.each([true, false])('the provider says credits_refunded: %s', async (credits_refunded) => {
    const error = { message: 'No.', type: 'provider_content_policy', recommended_model: 'wan-2-7', credits_refunded }
    const { answer } = await queueAgainst(422, { error })
    expect(answer).toMatchObject({
      kind: 'policy',
      sentence: 'No.',
      recommendedModel: 'wan-2-7',
      creditsRefunded: credits_refunded,
    })
  })

  test('the provider’s policy under another status proves nothing about the money either', async () => {
    const { answer } = await queueAgainst(400, {
      error: { message: 'No.', type: 'provider_content_policy', credits_refunded: false },
    })
    expect(answer).toMatchObject({ kind: 'policy', creditsRefunded: false })
  })
})

describe('what nobody can say', () => {
  test.each([
    ['200 without a queue id', 200, { model: 'm' }],
    ['200 with an empty queue id', 200, { queue_id: ' ' }],
    ['200 with a number for a queue id', 200, { queue_id: 5 }],
    ['200 with cut JSON', 200, '{"model":"m","queue_id":"123'],
    ['200 with HTML', 200, '<html>Welcome</html>'],
    ['200 with nothing', 200, ''],
    ['200 with 10 MB of JSON', 200, JSON.stringify({ queue_id: 'q', filler: 'x'.repeat(10_000_000) })],
    ['409 that asks for no consent', 409, { error: 'Conflict' }],
    ['408', 408, { error: 'Timeout' }],
    ['410', 410, ''],
    ['418', 418, ''],
    ['500', 500, { error: 'Inference processing failed' }],
    ['502 with HTML', 502, '<html><h1>502 Bad Gateway</h1></html>'],
    ['503', 503, { error: 'At capacity' }],
    ['504', 504, ''],
    ['304', 304, ''],
  ])('%s is unclear, sent once', async (_, status, body) => {
    const { answer, sends } = await queueAgainst(status, body)
    expect(answer).toMatchObject({ kind: 'unclear', said: { status } })
    expect(sends).toBe(1)
  })

  test.each([301, 302, 303, 307, 308])('a redirect (%i) is not followed with the key', async (status) => {
    const other = await answering(200, JSON.stringify(queued))
    const { answer, sends } = await queueAgainst(status, '', { location: `${other.url}/api/v1/video/queue` })
    expect(answer.kind).toBe('unclear')
    expect(sends).toBe(1)
    expect(other.arrivals).toHaveLength(0)
  })

  test('the connection is reset after the request was read: one send', async () => {
    const standIn = await tcpServer((socket, piece) => {
      if (piece.endsWith('}')) socket.resetAndDestroy()
    })
    const answer = await veniceAt(standIn.url).queueVideo(BODY)
    expect(answer).toMatchObject({ kind: 'unclear', said: null })
    expect(standIn.connections).toBe(1)
    expect(standIn.received[0]?.match(/POST /g)).toHaveLength(1)
  })

  test('the connection is closed politely after the request was read: one send', async () => {
    const standIn = await tcpServer((socket, piece) => {
      if (piece.endsWith('}')) socket.end()
    })
    expect((await veniceAt(standIn.url).queueVideo(BODY)).kind).toBe('unclear')
    expect(standIn.connections).toBe(1)
  })

  test('the connection is closed before a byte is read: still one connection', async () => {
    const standIn = await tcpServer(
      () => {},
      (socket) => socket.destroy(),
    )
    expect((await veniceAt(standIn.url).queueVideo(BODY)).kind).toBe('unclear')
    expect(standIn.connections).toBe(1)
  })

  test('the answer breaks off in its headers', async () => {
    const standIn = await tcpServer((socket, piece) => {
      if (piece.endsWith('}')) socket.end('HTTP/1.1 200 OK\r\ncontent-le')
    })
    expect((await veniceAt(standIn.url).queueVideo(BODY)).kind).toBe('unclear')
    expect(standIn.connections).toBe(1)
  })

  test('the answer breaks off in its body', async () => {
    const standIn = await tcpServer((socket, piece) => {
      if (piece.endsWith('}')) socket.end('HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n{"queue_id":"q"}')
    })
    expect(await veniceAt(standIn.url).queueVideo(BODY)).toMatchObject({ kind: 'unclear', said: { status: 200 } })
  })

  test('what answers is not HTTP', async () => {
    const standIn = await tcpServer((socket, piece) => {
      if (piece.endsWith('}')) socket.end('220 mail.example ESMTP\r\n')
    })
    expect((await veniceAt(standIn.url).queueVideo(BODY)).kind).toBe('unclear')
    expect(standIn.connections).toBe(1)
  })

  test('no answer in time', async () => {
    const standIn = await httpServer(() => {})
    expect(await veniceAt(standIn.url).queueVideo(BODY)).toMatchObject({ kind: 'unclear', said: null })
    expect(standIn.arrivals).toHaveLength(1)
  })

  test('headers, then silence', async () => {
    const standIn = await httpServer((response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{"queue_id":')
    })
    const answer = await veniceAt(standIn.url).queueVideo(BODY)
    expect(answer).toMatchObject({ kind: 'unclear', cause: expect.stringContaining('took too long') })
    expect(standIn.arrivals).toHaveLength(1)
  })

  test('stopped while it is under way', async () => {
    const stop = new AbortController()
    const standIn = await httpServer(() => stop.abort())
    expect((await veniceAt(standIn.url).queueVideo(BODY, stop.signal)).kind).toBe('unclear')
    expect(standIn.arrivals).toHaveLength(1)
  })

  test('a film is no receipt', async () => {
    const { answer } = await queueAgainst(200, film(5000), { 'content-type': 'video/mp4' })
    expect(answer.kind).toBe('unclear')
  })
})

test('a request in two for two jobs: each leaves once on its own connection', async () => {
  const standIn = await answering(200, JSON.stringify(queued))
  const venice = veniceAt(standIn.url)
  await Promise.all([venice.queueVideo(BODY), venice.queueVideo(BODY)])
  expect(standIn.arrivals).toHaveLength(2)
})

test('no JSON whatever makes it throw, and only a queue id makes it queued', async () => {
  let body: unknown
  const standIn = await httpServer((response) => response.end(JSON.stringify(body)))
  const venice = veniceAt(standIn.url)
  const keys = fc.constantFrom('queue_id', 'model', 'download_url', 'error', 'issues', 'details', 'consent', 'other')
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.jsonValue(), fc.dictionary(keys, fc.jsonValue())), async (value) => {
      body = value
      const { kind } = await venice.queueVideo(BODY)
      const id = value !== null && typeof value === 'object' && 'queue_id' in value ? value.queue_id : null
      expect(kind).toBe(typeof id === 'string' && id.trim() !== '' ? 'queued' : 'unclear')
    }),
    { numRuns: 150 },
  )
})

test('no error whatever makes it throw', async () => {
  let status = 400
  let body: unknown
  const standIn = await httpServer((response) => {
    response.statusCode = status
    response.end(JSON.stringify(body))
  })
  const venice = veniceAt(standIn.url)
  const keys = fc.constantFrom('error', 'issues', 'details', 'consent', 'message', 'code', 'suggested_prompt')
  const statuses = fc.constantFrom(400, 401, 402, 403, 404, 409, 413, 415, 422, 429)
  const proven = ['refused', 'policy', 'limited', 'unclear', 'consent']
  await fc.assert(
    fc.asyncProperty(statuses, fc.oneof(fc.jsonValue(), fc.dictionary(keys, fc.jsonValue())), async (code, value) => {
      status = code
      body = value
      expect(proven).toContain((await venice.queueVideo(BODY)).kind)
    }),
    { numRuns: 150 },
  )
})
