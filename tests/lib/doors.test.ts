import { describe, expect, it } from 'vitest'
import { allowedHosts, comesForShared, refusalOf } from '@/lib/doors'

const hosts = allowedHosts({ port: 3210 })
const HOME = '127.0.0.1:3210'

const refused = (method: string, headers: Record<string, string | undefined>) =>
  refusalOf({ method, headers: new Headers(JSON.parse(JSON.stringify(headers))) }, hosts) !== null

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
