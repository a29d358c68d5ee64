export type Network = [address: string, prefix: number]

/** Networks that are not of the public internet. */
export const NOT_PUBLIC: { ipv4: readonly Network[]; ipv6: readonly Network[] } = {
  /** The IANA special-purpose registry. */
  ipv4: [
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
  /** Outside 2000::/3, and the exceptions inside it. */
  ipv6: [
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
}
