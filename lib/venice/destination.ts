import 'server-only'
import { type LookupAddress, lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import { isLoopbackAddress, isPublicAddress } from '@/lib/venice/address'
import type { Connector } from '@/lib/venice/connection'
import { endingOrderly } from '@/lib/venice/orderly-end'

/** What a download may reach: everything public over https; plain http and this machine only if the API itself is so. */
export interface Reach {
  http: boolean
  loopback: boolean
}

/** The address is one this server must not fetch. The message names no more than the host. */
export class BlockedAddress extends Error {
  override readonly name = 'BlockedAddress'
}

/** The reach of downloads given out by the API at `baseUrl`. */
export function reachOf(baseUrl: string): Reach {
  const { protocol, hostname } = new URL(baseUrl)
  const host = bareHost(hostname)
  return { http: protocol === 'http:', loopback: host === 'localhost' || isLoopbackAddress(host) }
}

/**
 * The address, if its own words allow it; where it leads is checked when connecting.
 * @throws BlockedAddress
 */
export function parseDestination(text: string, reach: Reach, base?: URL): URL {
  if (!URL.canParse(text, base)) throw new BlockedAddress('the address cannot be read')
  const url = new URL(text, base)
  const allowed = url.protocol === 'https:' || (reach.http && url.protocol === 'http:')
  if (!allowed) throw new BlockedAddress(`${url.protocol} is not allowed for ${url.hostname}`)
  if (url.username || url.password) throw new BlockedAddress(`the address of ${url.hostname} holds a user or password`)
  return url
}

/** Connects only where `reach` allows, judged by the very addresses it connects to. @param timeout ms */
export function guardedConnector(reach: Reach, timeout: number): Connector {
  const connect = endingOrderly(buildConnector({ timeout, lookup: guardedLookup(reach) }))
  return (options, callback) => {
    // Addresses written as numbers are never looked up.
    const host = bareHost(options.hostname)
    if (isIP(host) !== 0 && !isAllowed(host, reach)) return callback(blocked(host), null)
    connect(options, callback)
  }
}

function guardedLookup(reach: Reach): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, [])
      const first = addresses[0]
      // One private address among public ones is a trick, not a choice.
      const strange = addresses.find(({ address }) => !isAllowed(address, reach))
      if (strange || !first) return callback(blocked(hostname), [])
      answer(options.all === true, addresses, first, callback)
    })
  }
}

function answer(
  all: boolean,
  addresses: LookupAddress[],
  first: LookupAddress,
  callback: Parameters<LookupFunction>[2],
) {
  if (all) callback(null, addresses)
  else callback(null, first.address, first.family)
}

function isAllowed(address: string, reach: Reach): boolean {
  return isPublicAddress(address) || (reach.loopback && isLoopbackAddress(address))
}

const blocked = (host: string) => new BlockedAddress(`${host} is not a public address`)

const bareHost = (hostname: string) => hostname.replace(/^\[|\]$/g, '')
