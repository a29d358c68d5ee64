import { describe, expect, it } from 'vitest'
import { allowedHosts, refusalOf } from '@/lib/doors'

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
