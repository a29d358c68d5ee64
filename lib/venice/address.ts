import 'server-only'
import { BlockList, isIP } from 'node:net'

type Network = [address: string, prefix: number]

/** The lists are kept apart: Node matches an IPv4 address against `::/3` too, as its mapped form. */
interface Networks {
  ipv4: BlockList
  ipv6: BlockList
}

/** IPv4 of the IANA special-purpose registry; IPv6 outside 2000::/3, and the exceptions inside it. */
const NOT_PUBLIC = networks(
  [
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
  ],
  [
    // Unspecified, loopback, IPv4-mapped and -compatible, NAT64; then unique local, link-local, multicast.
    ['::', 3],
    ['4000::', 2],
    ['8000::', 1],
    // Teredo and protocol assignments, documentation, 6to4: some carry an IPv4 address of any kind.
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['3fff::', 20],
  ],
)

const LOOPBACK = networks([['127.0.0.0', 8]], [['::1', 128]])

/** Whether an IP address belongs to the public internet. What is no address is not public. */
export function isPublicAddress(address: string): boolean {
  return isIP(address) !== 0 && !contains(NOT_PUBLIC, address)
}

/** Whether an IP address is this machine's own. */
export function isLoopbackAddress(address: string): boolean {
  return isIP(address) !== 0 && contains(LOOPBACK, address)
}

function contains(list: Networks, address: string): boolean {
  // A zone ("fe80::1%eth0") names an interface, not another address.
  const [bare = ''] = address.split('%')
  const family = isIP(bare) === 6 ? 'ipv6' : 'ipv4'
  return list[family].check(bare, family)
}

function networks(ipv4: Network[], ipv6: Network[]): Networks {
  return { ipv4: blockList(ipv4, 'ipv4'), ipv6: blockList(ipv6, 'ipv6') }
}

function blockList(members: Network[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const [address, prefix] of members) list.addSubnet(address, prefix, family)
  return list
}
