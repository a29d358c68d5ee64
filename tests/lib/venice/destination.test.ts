import type { LookupAddress } from 'node:dns'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { isLoopbackAddress, isPublicAddress } from '@/lib/venice/address'
import { createVenice } from '@/lib/venice/client'
import { reachOf } from '@/lib/venice/destination'
import { answering, tcpServer } from './stand-in'
import { film, KEY, sizeOf } from './vendor'

const names = new Map<string, string[]>()

// The one thing a test cannot have for real: names of strangers that lead to private addresses.
vi.mock('node:dns', async (original) => ({
  ...(await original<typeof import('node:dns')>()),
  lookup(name: string, _: unknown, callback: (error: Error | null, addresses: LookupAddress[]) => void) {
    const addresses = names.get(name)
    if (!addresses) return callback(new Error(`getaddrinfo ENOTFOUND ${name}`), [])
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  },
}))

beforeEach(() => names.clear())

const atVenice = createVenice({ baseUrl: 'https://api.venice.ai/api/v1', apiKey: KEY }, { timeouts: { connect: 300 } })

const FORBIDDEN = [
  // Not https.
  'http://example.com/film',
  'ftp://example.com/film',
  'file:///etc/passwd',
  'gopher://example.com/_',
  'data:video/mp4;base64,AAAA',
  'blob:https://example.com/1',
  'javascript:alert(1)',
  'ws://example.com/film',
  '//example.com/film',
  'example.com/film',
  '',
  'https://',
  // With a user.
  'https://user:word@example.com/film',
  'https://example.com@127.0.0.1/film',
  // This machine, in every spelling.
  'https://127.0.0.1/film',
  'https://127.0.0.1:8443/film',
  'https://127.1/film',
  'https://127.255.255.254/film',
  'https://2130706433/film',
  'https://0x7f000001/film',
  'https://0x7f.1/film',
  'https://0177.0.0.1/film',
  'https://017700000001/film',
  'https://127.0.0.1./film',
  'https://１２７.0.0.1/film',
  'https://127。0。0。1/film',
  'https://0.0.0.0/film',
  'https://0/film',
  'https://[::1]/film',
  'https://[::]/film',
  'https://[0:0:0:0:0:0:0:1]/film',
  'https://[::ffff:127.0.0.1]/film',
  'https://[::ffff:7f00:1]/film',
  'https://[::127.0.0.1]/film',
  // The network around it.
  'https://10.0.0.1/film',
  'https://10.255.255.255/film',
  'https://172.16.0.1/film',
  'https://172.31.255.255/film',
  'https://192.168.0.1/film',
  'https://192.168.255.255/film',
  'https://100.64.0.1/film',
  'https://100.127.255.255/film',
  'https://[fc00::1]/film',
  'https://[fd12:3456:789a::1]/film',
  'https://[fe80::1]/film',
  'https://[fec0::1]/film',
  'https://[::ffff:192.168.0.1]/film',
  'https://[64:ff9b::10.0.0.1]/film',
  'https://[64:ff9b:1::1]/film',
  'https://[2002:0a00:0001::1]/film',
  'https://[2001:0:0a00:1::1]/film',
  // Metadata services.
  'https://169.254.169.254/latest/meta-data/',
  'https://[::ffff:169.254.169.254]/latest/meta-data/',
  'https://[fd00:ec2::254]/latest/meta-data/',
  'https://100.100.100.200/latest/meta-data/',
  // Nobody's.
  'https://192.0.0.1/film',
  'https://192.0.2.1/film',
  'https://198.18.0.1/film',
  'https://198.51.100.1/film',
  'https://203.0.113.1/film',
  'https://224.0.0.1/film',
  'https://239.255.255.255/film',
  'https://240.0.0.1/film',
  'https://255.255.255.255/film',
  'https://[ff02::1]/film',
  'https://[2001:db8::1]/film',
]

describe('an address this server must not fetch', () => {
  test('there are at least sixty', () => expect(FORBIDDEN.length).toBeGreaterThanOrEqual(60))

  test.each(FORBIDDEN)('%s is blocked', async (url) => {
    expect(await atVenice.download(url)).toEqual({ kind: 'blocked', cause: expect.any(String) })
  })

  test.each([
    ['127.0.0.1'],
    ['10.0.0.5'],
    ['::1'],
    ['::ffff:10.0.0.5'],
    ['fe80::1%eth0'],
    ['93.184.216.34', '10.0.0.5'],
    ['2606:2800:220:1::1', '::1'],
  ])('a name that leads to %s %s is blocked', async (...addresses) => {
    names.set('rebind.example', addresses)
    expect(await atVenice.download('https://rebind.example/film')).toEqual({
      kind: 'blocked',
      cause: 'rebind.example is not a public address',
    })
  })

  test('a name nobody knows is trouble, not a refusal', async () => {
    expect((await atVenice.download('https://unknown.example/film')).kind).toBe('troubled')
  })
})

describe('nothing connects', () => {
  test('to this machine, by number or by name', async () => {
    const standIn = await tcpServer(() => {})
    const { port } = new URL(standIn.url)
    names.set('localhost', ['127.0.0.1'])
    names.set('home.example', ['127.0.0.1'])
    for (const host of ['127.0.0.1', 'localhost', 'home.example', '[::ffff:127.0.0.1]']) {
      expect((await atVenice.download(`https://${host}:${port}/film`)).kind).toBe('blocked')
    }
    expect(standIn.connections).toBe(0)
  })

  test('to the network around this machine, even where the API is on this machine', async () => {
    const here = createVenice({ baseUrl: 'http://127.0.0.1:9/api/v1', apiKey: KEY })
    names.set('lan.example', ['192.168.1.10'])
    for (const url of ['http://192.168.1.10/film', 'http://lan.example/film', 'http://[fe80::1]/film']) {
      expect((await here.download(url)).kind).toBe('blocked')
    }
  })
})

test('a name that leads to this machine is fetched where the API is on this machine', async () => {
  names.set('localhost', ['127.0.0.1'])
  const standIn = await answering(200, film(100), { 'content-type': 'video/mp4' })
  const here = createVenice({ baseUrl: `http://localhost:${standIn.port}/api/v1`, apiKey: KEY })
  const answer = await here.download(`http://localhost:${standIn.port}/film`)
  if (answer.kind !== 'media') throw new Error(`not a film but ${answer.kind}`)
  expect(await sizeOf(answer.media.body)).toBe(100)
})

test('what an API may send downloads to depends on its own address', () => {
  expect(reachOf('https://api.venice.ai/api/v1')).toEqual({ http: false, loopback: false })
  expect(reachOf('http://127.0.0.1:4000/api/v1')).toEqual({ http: true, loopback: true })
  expect(reachOf('http://localhost:4000')).toEqual({ http: true, loopback: true })
  expect(reachOf('http://[::1]:4000')).toEqual({ http: true, loopback: true })
  expect(reachOf('https://localhost:4000')).toEqual({ http: false, loopback: true })
})

test.each(['8.8.8.8', '93.184.216.34', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450:4001::1'])(
  '%s is public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true)
    expect(isLoopbackAddress(address)).toBe(false)
  },
)

test.each(['', 'localhost', '1.2.3', 'example.com', '::g'])('%j is no address at all', (text) => {
  expect(isPublicAddress(text)).toBe(false)
  expect(isLoopbackAddress(text)).toBe(false)
})
