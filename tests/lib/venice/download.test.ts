import { describe, expect, test } from 'vitest'
import { createVenice } from '@/lib/venice/client'
import { answering, deadPort, httpServer, tcpServer } from './stand-in'
import { film, KEY, sizeOf, veniceAt } from './vendor'

const SECRET = '/clip/abcdefghijklmnopqrst?signature=0123456789abcdef0123'
const MP4 = { 'content-type': 'video/mp4' }

describe('a download', () => {
  test('brings the film and sends no key', async () => {
    const standIn = await answering(200, film(400_000), { ...MP4, 'content-length': '400000' })
    const answer = await veniceAt(standIn.url).download(`${standIn.url}${SECRET}`)
    if (answer.kind !== 'media') throw new Error(`not a film but ${answer.kind}`)
    expect(answer.media.length).toBe(400_000)
    expect(await sizeOf(answer.media.body)).toBe(400_000)
    expect(standIn.arrivals).toHaveLength(1)
    expect(standIn.arrivals[0]?.path).toBe(SECRET)
    expect(JSON.stringify(standIn.arrivals[0]?.headers)).not.toContain(KEY)
  })

  test.each([
    ['404', 404, 'gone'],
    ['410', 410, 'gone'],
    ['429', 429, 'limited'],
    ['403', 403, 'troubled'],
    ['500', 500, 'troubled'],
    ['206, which was not asked for', 206, 'troubled'],
    ['204', 204, 'troubled'],
  ])('%s', async (_, status, kind) => {
    const standIn = await answering(status, status === 204 ? '' : '<Error>No</Error>')
    const answer = await veniceAt(standIn.url).download(`${standIn.url}${SECRET}`)
    expect(answer).toMatchObject({ kind, said: { status } })
    expect(standIn.arrivals).toHaveLength(1)
  })

  test('promise 14: whose first bytes drip is cut off before anybody knows what it is', async () => {
    const standIn = await httpServer((response) => {
      response.writeHead(200, MP4)
      const drip = setInterval(() => response.write('\0'), 50)
      response.on('close', () => clearInterval(drip))
    })
    const venice = veniceAt(standIn.url, { text: 120, mediaIdle: 20_000 })
    expect(await venice.download(`${standIn.url}${SECRET}`)).toMatchObject({ kind: 'troubled', sent: true })
  })

  test.each(['', '<html>Expired</html>', `${' '.repeat(400)}<html>`, '{"error":"expired"}'])(
    'with 200 but no film is troubled: %j',
    async (body) => {
      const standIn = await answering(200, body, MP4)
      expect(await veniceAt(standIn.url).download(`${standIn.url}${SECRET}`)).toMatchObject({ kind: 'troubled' })
    },
  )

  test('that nobody answers is troubled, never blocked', async () => {
    const hangsUp = await tcpServer((socket) => socket.resetAndDestroy())
    const silent = await httpServer(() => {})
    for (const url of [`http://127.0.0.1:${await deadPort()}`, hangsUp.url, silent.url]) {
      expect(await veniceAt(url).download(`${url}${SECRET}`)).toMatchObject({ kind: 'troubled', said: null })
    }
    expect(hangsUp.connections).toBe(1)
  })

  test('stops with the signal', async () => {
    const stop = new AbortController()
    const standIn = await httpServer(() => stop.abort())
    const answer = await veniceAt(standIn.url, { headers: 20_000 }).download(`${standIn.url}${SECRET}`, stop.signal)
    expect(answer.kind).toBe('troubled')
  })
})

describe('the rest of a download', () => {
  const TAG = '"v1"'
  const REST = { from: 1000, tag: TAG, length: 5000 }
  const range = (place: string, headers: Record<string, string> = {}) => ({
    ...MP4,
    'content-range': place,
    ...headers,
  })

  test('is asked for by the version that was begun, and names where it goes on', async () => {
    const standIn = await answering(206, film(5000).subarray(1000), range('bytes 1000-4999/5000', { etag: TAG }))
    const answer = await veniceAt(standIn.url).download(`${standIn.url}${SECRET}`, undefined, REST)
    expect(standIn.arrivals[0]?.headers).toMatchObject({ range: 'bytes=1000-', 'if-range': TAG })
    if (answer.kind !== 'media') throw new Error(`not a film but ${answer.kind}`)
    expect(answer.media).toMatchObject({ from: 1000, length: 5000, tag: TAG })
    expect(await sizeOf(answer.media.body)).toBe(4000)
  })

  test('may come as the whole, from the beginning', async () => {
    const standIn = await answering(200, film(6000), { ...MP4, 'content-length': '6000', etag: '"v2"' })
    const answer = await veniceAt(standIn.url).download(`${standIn.url}${SECRET}`, undefined, REST)
    expect(answer).toMatchObject({ kind: 'media', media: { from: 0, length: 6000, tag: '"v2"' } })
  })

  test.each<[string, number, Record<string, string>]>([
    ['begins earlier', 206, range('bytes 0-4999/5000')],
    ['begins later', 206, range('bytes 1001-4999/5000')],
    ['ends before the end', 206, range('bytes 1000-2000/5000')],
    ['is of a longer file', 206, range('bytes 1000-5999/6000')],
    ['does not tell the length', 206, range('bytes 1000-4999/*')],
    ['does not say where it is', 206, MP4],
    ['comes in several parts', 206, { 'content-type': 'multipart/byteranges; boundary=x' }],
    ['is of another version', 206, range('bytes 1000-4999/5000', { etag: '"v2"' })],
    ['lies behind the end', 416, range('bytes */900')],
  ])('is not used when it %s', async (_, status, headers) => {
    const standIn = await answering(status, film(4000), headers)
    const answer = await veniceAt(standIn.url).download(`${standIn.url}${SECRET}`, undefined, REST)
    expect(answer).toMatchObject({ kind: 'mismatched', said: { status } })
  })

  test.each([undefined, 'W/"v1"', 'v1', '""'])('can’t be asked for by %j', async (etag) => {
    const standIn = await answering(200, film(100), etag === undefined ? MP4 : { ...MP4, etag })
    const answer = await veniceAt(standIn.url).download(`${standIn.url}${SECRET}`)
    expect(answer).toMatchObject({ kind: 'media', media: { tag: null } })
  })
})

describe('redirects of a download', () => {
  test.each([301, 302, 303, 307, 308])('are followed (%i), relative ones too', async (status) => {
    const standIn = await httpServer((response, { path }) => {
      if (path === '/film') response.writeHead(200, MP4).end(film(100))
      else response.writeHead(status, { location: '/film' }).end()
    })
    const answer = await veniceAt(standIn.url).download(`${standIn.url}${SECRET}`)
    expect(answer.kind).toBe('media')
    expect(standIn.arrivals.map(({ path }) => path)).toEqual([SECRET, '/film'])
  })

  test('are followed three times at most', async () => {
    const standIn = await httpServer((response, { path }) => {
      const left = Number(path.slice(1))
      if (left === 0) response.writeHead(200, MP4).end(film(100))
      else response.writeHead(302, { location: `/${left - 1}` }).end()
    })
    const venice = veniceAt(standIn.url)
    expect((await venice.download(`${standIn.url}/3`)).kind).toBe('media')
    expect(await venice.download(`${standIn.url}/4`)).toMatchObject({
      kind: 'troubled',
      cause: 'more than 3 redirects',
    })
    expect(standIn.arrivals).toHaveLength(8)
  })

  test.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/film',
    'http://[::ffff:10.0.0.1]/film',
    'ftp://example.com/film',
    'file:///etc/passwd',
    'http://user:word@127.0.0.1/film',
    'http://[broken',
  ])('to %s are blocked', async (location) => {
    const standIn = await answering(302, '', { location })
    const answer = await veniceAt(standIn.url).download(`${standIn.url}${SECRET}`)
    expect(answer.kind).toBe('blocked')
    expect(standIn.arrivals).toHaveLength(1)
  })

  test('that name no place are troubled', async () => {
    const standIn = await answering(302, '')
    expect((await veniceAt(standIn.url).download(`${standIn.url}${SECRET}`)).kind).toBe('troubled')
  })
})

describe('revoking', () => {
  test.each([
    [200, 'done'],
    [202, 'done'],
    [204, 'done'],
    [404, 'gone'],
    [410, 'gone'],
    [403, 'again'],
    [405, 'again'],
    [429, 'again'],
    [500, 'again'],
  ])('%i: %s', async (status, kind) => {
    const standIn = await answering(status, '')
    expect((await veniceAt(standIn.url).revokeDownload(`${standIn.url}${SECRET}`)).kind).toBe(kind)
    expect(standIn.arrivals).toHaveLength(1)
    expect(standIn.arrivals[0]).toMatchObject({ method: 'DELETE', path: SECRET })
    expect(JSON.stringify(standIn.arrivals[0]?.headers)).not.toContain(KEY)
  })

  test('is asked again where the address may not be fetched', async () => {
    const venice = createVenice({ baseUrl: 'https://api.venice.ai/api/v1', apiKey: KEY })
    expect(await venice.revokeDownload('https://10.1.2.3/clip')).toEqual({
      kind: 'again',
      cause: '10.1.2.3 is not a public address',
    })
  })
})
