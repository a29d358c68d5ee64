import 'server-only'
import { BlockList, isIP } from 'node:net'

/** IPv4 that is not the public internet (IANA special-purpose registry), IPv6 outside 2000::/3 and its exceptions. */
const NOT_PUBLIC: [network: string, prefix: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  // Unspecified, loopback, IPv4-mapped and -compatible, NAT64, unique local, link-local, multicast.
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  // Teredo and protocol assignments, documentation, 6to4: each can carry a private IPv4 address.
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

const LOOPBACK: [network: string, prefix: number][] = [
  ['127.0.0.0', 8],
  ['::1', 128],
]

const notPublic = blockList(NOT_PUBLIC)
const loopback = blockList(LOOPBACK)

/** Whether an IP address belongs to the public internet. What is no address is not public. */
export function isPublicAddress(address: string): boolean {
  return isIP(address) !== 0 && !contains(notPublic, address)
}

/** Whether an IP address is this machine's own. */
export function isLoopbackAddress(address: string): boolean {
  return isIP(address) !== 0 && contains(loopback, address)
}

function contains(list: BlockList, address: string): boolean {
  const [bare = ''] = address.split('%')
  return list.check(bare, family(bare))
}

function blockList(networks: [string, number][]): BlockList {
  const list = new BlockList()
  for (const [network, prefix] of networks) list.addSubnet(network, prefix, family(network))
  return list
}

function family(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4'
}
