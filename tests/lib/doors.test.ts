import { describe, expect, it } from 'vitest'
import { comesForShared, type Doors, doorsOf, refusalOf } from '@/lib/doors'

const LOOPBACK = { host: '127.0.0.1', port: 3210, hosts: [], trustProxy: false }
const HOME = '127.0.0.1:3210'
const home = doorsOf(LOOPBACK)

const refused = (
  method: string,
  headers: Record<string, string | undefined>,
  { path = '/', doors = home }: { path?: string; doors?: Doors } = {},
) => refusalOf({ method, headers: new Headers(JSON.parse(JSON.stringify(headers))), path }, doors) !== null

describe('the doors', () => {
  it.each([HOME, 'localhost:3210', '[::1]:3210', 'LOCALHOST:3210'])('are open to %s', (host) => {
    expect(refused('GET', { host })).toBe(false)
    expect(refused('POST', { host, origin: `http://${host}` })).toBe(false)
  })

  it.each([
    'evil.example',
    'evil.example:3210',
    '127.0.0.1',
    '127.0.0.1:80',
    '127.0.0.1:3211',
    '127.0.0.1:3210.evil.example',
    'localhost.evil.example:3210',
    '0.0.0.0:3210',
    '192.168.1.2:3210',
    '127.0.0.1:3210, evil.example',
    '',
  ])('are shut to the Host "%s", even with an Origin that equals it', (host) => {
    expect(refused('GET', { host })).toBe(true)
    expect(refused('POST', { host, origin: `http://${host}` })).toBe(true)
  })

  it.each([
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { origin: 'https://127.0.0.1:3210' },
    { origin: 'http://localhost:3000' },
    { origin: `http://${HOME}`, 'x-forwarded-host': 'evil.example' },
    { origin: `http://${HOME}`, 'sec-fetch-site': 'cross-site' },
    { origin: `http://${HOME}`, 'sec-fetch-site': 'same-site' },
  ])('are shut to a request from elsewhere: %o', (headers) => {
    expect(refused('POST', { host: HOME, ...headers })).toBe(true)
    expect(refused('GET', { host: HOME, ...headers })).toBe(true)
  })

  it('are shut to a change that does not say where it comes from', () => {
    expect(refused('POST', { host: HOME })).toBe(true)
    expect(refused('DELETE', { host: HOME })).toBe(true)
  })

  it('let a link on another site open a page, but not load media or a frame', () => {
    const link = { host: HOME, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
    expect(refused('GET', { ...link, 'sec-fetch-dest': 'document' })).toBe(false)
    expect(refused('GET', { ...link, 'sec-fetch-dest': 'iframe' })).toBe(true)
    expect(
      refused('GET', {
        host: HOME,
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'no-cors',
        'sec-fetch-dest': 'video',
      }),
    ).toBe(true)
    for (const path of ['/api/library/export', '/api/quote', '/api/media/0a']) {
      expect(refused('GET', { ...link, 'sec-fetch-dest': 'document' }, { path })).toBe(true)
    }
  })
})

describe('further addresses', () => {
  const NAMED = 'studio.example.com'
  const doors = doorsOf({ ...LOOPBACK, hosts: [`https://${NAMED}`] }, ['http://192.168.1.20:3210'])

  it('are let in by their exact Host, with an Origin of their own scheme', () => {
    for (const host of [NAMED, 'STUDIO.example.com', `${NAMED}:443`]) {
      expect(refused('POST', { host, origin: `https://${NAMED}` }, { doors })).toBe(false)
    }
    expect(refused('POST', { host: '192.168.1.20:3210', origin: 'http://192.168.1.20:3210' }, { doors })).toBe(false)
    expect(refused('POST', { host: HOME, origin: `http://${HOME}` }, { doors })).toBe(false)
  })

  it.each([
    { host: NAMED, origin: `http://${NAMED}` },
    { host: NAMED, origin: `https://${NAMED}:8443` },
    { host: NAMED, origin: `http://${HOME}` },
    { host: HOME, origin: `https://${NAMED}` },
    { host: `${NAMED}:3210`, origin: `https://${NAMED}` },
    { host: `other.${NAMED}`, origin: `https://other.${NAMED}` },
    { host: `${NAMED}.`, origin: `https://${NAMED}` },
    { host: '192.168.1.20', origin: 'http://192.168.1.20:3210' },
    { host: '192.168.1.21:3210', origin: 'http://192.168.1.21:3210' },
  ])('are not near enough: %o', (headers) => {
    expect(refused('POST', headers, { doors })).toBe(true)
  })

  it('are where it was told to listen, unless that is everywhere', () => {
    const at = (host: string) => [...doorsOf({ ...LOOPBACK, host }).addresses.values()].slice(3)
    expect(at('192.168.1.20')).toEqual(['http://192.168.1.20:3210'])
    expect(at('fd00::20')).toEqual(['http://[fd00::20]:3210'])
    expect([at('0.0.0.0'), at('::'), at('::1'), at('localhost')]).toEqual([[], [], [], []])
  })

  it('have both spellings at the usual port', () => {
    const usual = doorsOf({ ...LOOPBACK, port: 80 })
    for (const host of ['127.0.0.1', '127.0.0.1:80']) {
      expect(refused('POST', { host, origin: 'http://127.0.0.1' }, { doors: usual })).toBe(false)
    }
  })

  it('are taken from X-Forwarded-Host of a trusted proxy alone, and only for a Host that is ours too', () => {
    const trusting = { ...doors, trustProxy: true }
    const proxied = { host: HOME, 'x-forwarded-host': NAMED, origin: `https://${NAMED}` }
    expect(refused('POST', proxied, { doors })).toBe(true)
    expect(refused('POST', proxied, { doors: trusting })).toBe(false)
    expect(refused('POST', { ...proxied, origin: `http://${HOME}` }, { doors: trusting })).toBe(true)
    expect(refused('GET', { host: HOME, 'x-forwarded-host': 'evil.example' }, { doors: trusting })).toBe(true)
    expect(refused('GET', { host: 'evil.example', 'x-forwarded-host': NAMED }, { doors: trusting })).toBe(true)
    expect(refused('GET', { host: HOME, 'x-forwarded-host': `${NAMED}, ${NAMED}` }, { doors: trusting })).toBe(true)
  })
})

describe('the door to signed addresses', () => {
  const PUBLIC = 'studio.example.com'
  const PATH = '/api/shared/abc_DEF-1.x'
  const opens = (
    request: { method?: string; path?: string; headers?: Record<string, string> },
    publicUrl?: string | null,
  ) =>
    comesForShared(
      { method: 'GET', path: PATH, ...request, headers: new Headers(request.headers ?? { host: PUBLIC }) },
      { publicUrl: publicUrl === undefined ? `https://${PUBLIC}` : publicUrl },
    )

  it('is open to that host, to read', () => {
    expect([opens({}), opens({ method: 'HEAD' })]).toEqual([true, true])
    expect(opens({ headers: { host: 'STUDIO.example.com', 'x-forwarded-host': PUBLIC } })).toBe(true)
  })

  it('is a wall when no public address is set', () => {
    expect(opens({}, null)).toBe(false)
  })

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('is shut to %s', (method) => {
    expect(opens({ method })).toBe(false)
  })

  it.each([
    '/',
    '/api/shared',
    '/api/shared/',
    '/api/shared/a/b',
    '/api/shared/../uploads',
    '/api/shared/%2e%2e',
    '/x/api/shared/a',
    '/API/shared/a',
    '/api/uploads',
    '/api/media/a',
    '/api/generations',
  ])('is not at %s', (path) => {
    expect(opens({ path })).toBe(false)
  })

  it.each<Record<string, string>>([
    {},
    { host: HOME },
    { host: 'evil.example' },
    { host: `${PUBLIC}.evil.example` },
    { host: `${PUBLIC}:3210` },
    { host: PUBLIC, 'x-forwarded-host': 'evil.example' },
    { host: HOME, 'x-forwarded-host': PUBLIC },
  ])('is shut to %o', (headers) => {
    expect(opens({ headers })).toBe(false)
  })

  it('leaves everything else shut to the public host', () => {
    expect(refused('GET', { host: PUBLIC })).toBe(true)
    expect(refused('POST', { host: PUBLIC, origin: `https://${PUBLIC}` })).toBe(true)
  })
})
