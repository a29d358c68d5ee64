import { type Network, NOT_PUBLIC } from '@/lib/venice/networks'

/** Endings of names that mean a machine or a private network (RFC 6761, RFC 6762 with its appendix G, RFC 8375, ICANN's `internal`). */
const LOCAL = /(^|\.)(localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa)$/

/**
 * Whether a host may be one of the public internet, by its words alone: where a name leads is nobody's business here.
 * @param hostname as `URL` gives it, which writes every spelling of a number the same way
 */
export function mayBePublic(hostname: string): boolean {
  const host = hostname.replace(/\.+$/, '')
  if (host.startsWith('[')) return !within(groupsOf(host.slice(1, -1)), NOT_PUBLIC.ipv6, groupsOf, 16)
  if (/^\d+(\.\d+){3}$/.test(host)) return !within(bytesOf(host), NOT_PUBLIC.ipv4, bytesOf, 8)
  // A name of one word is one of the network it is said in.
  return host.includes('.') && !LOCAL.test(host)
}

function within(
  parts: number[],
  networks: readonly Network[],
  read: (address: string) => number[],
  bits: number,
): boolean {
  return networks.some(([address, prefix]) => beginsAs(parts, read(address), prefix, bits))
}

/** Whether the first `prefix` bits are the same. */
function beginsAs(parts: number[], network: number[], prefix: number, bits: number): boolean {
  return parts.every((part, at) => {
    const ignored = bits - Math.min(Math.max(prefix - at * bits, 0), bits)
    return part >> ignored === (network[at] ?? 0) >> ignored
  })
}

const bytesOf = (address: string) => address.split('.').map(Number)

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): number[] {
  const [before = '', after = ''] = address.split('::')
  const [first, last] = [before, after].map((side) => side.split(':').filter(Boolean))
  const left = first ?? []
  const right = last ?? []
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0')
  return [...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16))
}
