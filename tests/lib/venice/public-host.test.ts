import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPublicAddress } from '@/lib/venice/address'
import { NOT_PUBLIC } from '@/lib/venice/networks'
import { mayBePublic } from '@/lib/venice/public-host'

const hostOf = (host: string) => new URL(`http://${host}/`).hostname

/** Addresses in the listed networks, and beside them. */
const byte = fc.oneof(fc.constantFrom(0, 1, 254, 255), fc.integer({ min: 0, max: 255 }))
const group = fc.oneof(fc.constantFrom(0, 1, 0xffff), fc.integer({ min: 0, max: 0xffff }))
const beginnings = NOT_PUBLIC.ipv4.map(([address]) => address.split('.').map(Number))
const groups = [
  ...NOT_PUBLIC.ipv6.map(([address]) => Number.parseInt(address, 16) || 0),
  0x2000,
  0x2606,
  0x3fff,
  0x4000,
]

const ipv4 = fc
  .tuple(
    fc.constantFrom(...beginnings, []),
    fc.integer({ min: 0, max: 4 }),
    fc.array(byte, { minLength: 4, maxLength: 4 }),
  )
  .map(([listed, kept, own]) => own.map((one, at) => (at < kept ? (listed[at] ?? one) : one)).join('.'))
const ipv6 = fc
  .tuple(fc.constantFrom(...groups), fc.integer({ min: -1, max: 1 }), fc.array(group, { minLength: 7, maxLength: 7 }))
  .map(([first, step, rest]) => [Math.max(0, first + step), ...rest].map((one) => one.toString(16)).join(':'))

describe('a host as it is written', () => {
  it('that is a number is public just where the address it connects to is', () => {
    fc.assert(
      fc.property(fc.oneof(ipv4, ipv6), (address) => {
        const host = address.includes(':') ? `[${address}]` : address
        expect(mayBePublic(hostOf(host))).toBe(isPublicAddress(address))
      }),
      { numRuns: 10_000, seed: 18 },
    )
  })

  it.each([
    'example.com',
    'EXAMPLE.com.',
    'media.example',
    '8.8.8.8',
    '[2606:4700::1111]',
    'bücher.example',
    'lan.example',
    'mylocal.com',
  ])('%s may be public', (host) => expect(mayBePublic(hostOf(host))).toBe(true))

  it.each([
    'localhost',
    'LOCALHOST.',
    'a.localhost',
    'nas.local',
    'x.internal',
    'router.lan',
    'a.home.arpa',
    'intranet',
    'com',
  ])('%s is not', (host) => expect(mayBePublic(hostOf(host))).toBe(false))
})
