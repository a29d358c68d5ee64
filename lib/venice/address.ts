import 'server-only'
import { BlockList, isIP } from 'node:net'
import { type Network, NOT_PUBLIC as SPECIAL } from '@/lib/venice/networks'

/** The lists are kept apart: Node matches an IPv4 address against `::/3` too, as its mapped form. */
interface Networks {
  ipv4: BlockList
  ipv6: BlockList
}

const NOT_PUBLIC = networks(SPECIAL.ipv4, SPECIAL.ipv6)
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

function networks(ipv4: readonly Network[], ipv6: readonly Network[]): Networks {
  return { ipv4: blockList(ipv4, 'ipv4'), ipv6: blockList(ipv6, 'ipv6') }
}

function blockList(members: readonly Network[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const [address, prefix] of members) list.addSubnet(address, prefix, family)
  return list
}
