import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { causeOf } from '@/lib/errors'
import { createVenice } from '@/lib/venice/client'
import { hideAddresses, hideLinks, partsOfAddress, redactor } from '@/lib/venice/redact'
import { answering, deadPort, httpServer, tcpServer } from './stand-in'
import { BODY, JOB, KEY, veniceAt } from './vendor'

const TOKEN = 'fedcba9876543210fedcba9876543210'
const base64 = Buffer.from(KEY).toString('base64')
const echo = [KEY, base64, encodeURIComponent(KEY), KEY.slice(0, 13), KEY.slice(13)].join(' | ')

/** Everything a thrown value would show in a log. */
const told = (value: unknown): string =>
  value instanceof Error
    ? JSON.stringify([value.message, value.stack, causeOf(value), value.cause, { ...value }])
    : JSON.stringify(value)

function expectNoKey(value: unknown) {
  for (const form of [KEY, base64, KEY.slice(0, 13), KEY.slice(13)]) expect(told(value)).not.toContain(form)
}

describe('the key', () => {
  test.each([200, 400, 401, 409, 422, 429, 500])('is in no answer that echoes it with %i', async (status) => {
    const body = { error: echo, issues: [{ path: ['model'], message: echo }], suggested_prompt: echo }
    const standIn = await answering(status, JSON.stringify(body))
    const venice = veniceAt(standIn.url)
    expectNoKey(await venice.queueVideo(BODY))
    expectNoKey(await venice.retrieveVideo(JOB))
    expectNoKey(await venice.completeVideo(JOB))
    expectNoKey(await venice.download(`${standIn.url}/film`))
    expectNoKey(await venice.quoteVideo({ model: 'm', duration: '5s' }).catch((error: unknown) => error))
    expectNoKey(await venice.balance().catch((error: unknown) => error))
    expectNoKey(await venice.listVideoModels().catch((error: unknown) => error))
  })

  test('is in no text a person is asked to agree to', async () => {
    const consent = { consent_version: '1', policy_text: echo }
    const standIn = await answering(409, JSON.stringify({ error: { code: 'needs_consent' }, consent }))
    const answer = await veniceAt(standIn.url).queueVideo(BODY)
    expect(answer.kind).toBe('consent')
    expectNoKey(answer)
  })

  test('is in no failure of the line', async () => {
    const reset = await tcpServer((socket) => socket.resetAndDestroy())
    const silent = await httpServer(() => {})
    for (const url of [`http://127.0.0.1:${await deadPort()}`, reset.url, silent.url]) {
      const venice = veniceAt(url)
      expectNoKey(await venice.queueVideo(BODY))
      expectNoKey(await venice.retrieveVideo(JOB))
      expectNoKey(await venice.quoteVideo({ model: 'm', duration: '5s' }).catch((error: unknown) => error))
    }
  })

  test('with a character no header can carry is in no failure either', async () => {
    const apiKey = `${KEY}\n${KEY}`
    const venice = createVenice({ baseUrl: 'http://127.0.0.1:9/api/v1', apiKey })
    const answer = await venice.queueVideo(BODY)
    expect(answer.kind).toBe('unsent')
    expectNoKey(answer)
  })
})

describe('the download address', () => {
  const path = `/clip/${TOKEN}/film.mp4?signature=${TOKEN}`
  const expectHidden = (value: unknown) => {
    expect(told(value)).not.toContain(TOKEN)
    expect(told(value)).not.toContain('film.mp4')
  }

  test('is in no excerpt of the answer that gives it', async () => {
    const body = { model: 'm', queue_id: 'q', download_url: `https://vps.example${path}` }
    const standIn = await answering(200, JSON.stringify(body))
    const answer = await veniceAt(standIn.url).queueVideo(BODY)
    if (answer.kind !== 'queued') throw new Error(`not queued but ${answer.kind}`)
    expect(answer.downloadUrl).toBe(body.download_url)
    expectHidden(answer.said)
  })

  test.each([
    ['cut', `{"model":"m","queue_id":"q","download_url":"https://vps.example${path}`],
    ['escaped', `{"model":"m","download_url":"https:\\/\\/vps.example${path.replaceAll('/', '\\/')}"}`],
    ['without the id', `{"download_url":"https://vps.example${path}"}`],
  ])('is in no excerpt of an answer nobody could read: %s', async (_, body) => {
    const standIn = await answering(200, body)
    const answer = await veniceAt(standIn.url).queueVideo(BODY)
    expect(answer.kind).toBe('unclear')
    expectHidden(answer)
  })

  test.each([200, 302, 403, 404, 410, 429, 500])('is in no answer to its own fetch: %i', async (status) => {
    const standIn = await answering(status, `<Error>The signature ${TOKEN} of ${path} has expired</Error>`, {
      location: `ftp://x${path}`,
    })
    const venice = veniceAt(standIn.url)
    expectHidden(await venice.download(`${standIn.url}${path}`))
    expectHidden(await venice.revokeDownload(`${standIn.url}${path}`))
  })

  test('that a redirect leads to is as secret', async () => {
    const standIn = await httpServer((response, arrival) => {
      if (arrival.path === '/first') response.writeHead(307, { location: path }).end()
      else response.writeHead(403).end(`Denied: ${arrival.path}`)
    })
    expectHidden(await veniceAt(standIn.url).download(`${standIn.url}/first`))
  })

  test('is in no failure of the line', async () => {
    expectHidden(await veniceAt(`http://127.0.0.1:9`).download(`http://127.0.0.1:${await deadPort()}${path}`))
    expectHidden(await veniceAt('https://api.venice.ai').download(`https://10.0.0.1${path}`))
    expectHidden(await veniceAt('https://api.venice.ai').download(`nonsense${path}`))
  })
})

test('no secret is left in any text around it', () => {
  const secret = fc.string({ minLength: 8, maxLength: 60 }).filter((text) => text.trim().length >= 8)
  fc.assert(
    fc.property(secret, fc.string(), fc.string(), (hidden, before, after) => {
      expect(redactor(hidden)(`${before}${hidden}${after}`).replaceAll('[hidden]', '')).not.toContain(hidden)
    }),
  )
})

test('addresses keep their host only', () => {
  expect(hideAddresses('see https://a.example:8443/x/y?z=1#w, or "http://b.example" (HTTPS://C.example/d)')).toBe(
    'see https://a.example:8443/[hidden] or "http://b.example/[hidden]" (HTTPS://C.example/[hidden]',
  )
})

test('what is no address is a secret as a whole', () => {
  expect(partsOfAddress('not an address')).toEqual(['not an address'])
})

test.each([
  ['Add credits at https://venice.example/settings/api.', 'Add credits at https://venice.example/settings/api.'],
  ['It lies at https://cdn.example/v/9fQ2x-71 now', 'It lies at https://cdn.example/[hidden] now'],
  ['see https://cdn.example/clip?token=abc', 'see https://cdn.example/[hidden]'],
  ['no address at all', 'no address at all'],
])('what the vendor says of a job names no link: %s', (said, shown) => {
  expect(hideLinks(said)).toBe(shown)
})
