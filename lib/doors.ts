import { type Environment, isLoopback } from '@/lib/env'

/** Where the studio answers. */
export interface Doors {
  /** By the exact value of Host, the Origin of pages there: `studio.example.com` → `https://studio.example.com`. */
  addresses: ReadonlyMap<string, string>
  trustProxy: boolean
}

type Listening = Pick<Environment, 'host' | 'port' | 'hosts' | 'trustProxy'>

/** @param kept addresses typed into Settings */
export function doorsOf(settings: Listening, kept: readonly string[] = []): Doors {
  const addresses = [...ownAddresses(settings), ...settings.hosts, ...kept]
  const named = addresses.flatMap((address) => hostsOf(address).map((host) => [host, address] as const))
  return { addresses: new Map(named), trustProxy: settings.trustProxy }
}

/** The addresses it always answers at: loopback, and where it was told to listen. */
export function ownAddresses({ host, port }: Pick<Environment, 'host' | 'port'>): string[] {
  const names = ['127.0.0.1', 'localhost', '[::1]']
  if (!isLoopback(host) && !['0.0.0.0', '::'].includes(host)) names.push(host.includes(':') ? `[${host}]` : host)
  return names.map((name) => new URL(`http://${name}:${port}`).origin)
}

/** Browsers leave the usual port out of Host; other programs write it. */
function hostsOf(address: string): string[] {
  const { host, port, protocol } = new URL(address)
  return port === '' ? [host, `${host}:${protocol === 'https:' ? 443 : 80}`] : [host]
}

interface Asked {
  method: string
  headers: Headers
  path: string
}

/**
 * Why a request is not let in, or null. A page of somebody else's that reaches this port by DNS rebinding carries its
 * own name in Host; one that posts across sites carries its own Origin; Next's actions accept both, so neither gets
 * that far.
 */
export function refusalOf(request: Asked, doors: Doors): string | null {
  const { headers } = request
  const own = addressOf(headers, doors)
  if (own === null) return 'This studio only answers to its own address.'
  const origin = headers.get('origin')
  if (origin !== null && origin.toLowerCase() !== own) return 'This studio takes requests from its own pages only.'
  if (crossSite(headers.get('sec-fetch-site')) && !followsLink(request)) {
    return 'This studio takes requests from its own pages only.'
  }
  if (changes(request.method) && origin === null)
    return 'A request that changes something must say where it comes from.'
  return null
}

/**
 * Which of its addresses a request came to, or null. Host alone says so. `X-Forwarded-Host` can be written by any page
 * that rebinds a name: it must say the same, and only of a proxy that is trusted may it name another address of ours.
 */
export function addressOf(headers: Headers, { addresses, trustProxy }: Doors): string | null {
  const host = headers.get('host')?.toLowerCase() ?? ''
  const own = addresses.get(host)
  if (own === undefined) return null
  const forwarded = headers.get('x-forwarded-host')?.toLowerCase()
  if (forwarded === undefined || forwarded === host) return own
  return trustProxy ? (addresses.get(forwarded) ?? null) : null
}

/**
 * Whether a request comes to the one door that is open to the internet: a signed address of a file, at the public
 * host, to be read. Everything else at that host is refused by `refusalOf`, which does not know it.
 */
export function comesForShared(
  request: { method: string; headers: Headers; path: string },
  { publicUrl }: Pick<Environment, 'publicUrl'>,
): boolean {
  if (publicUrl === null || changes(request.method)) return false
  const { host } = new URL(publicUrl)
  const named = [request.headers.get('host'), request.headers.get('x-forwarded-host') ?? host]
  return named.every((one) => one?.toLowerCase() === host) && /^\/api\/shared\/[\w.-]+$/.test(request.path)
}

/** A browser says `none` when the person typed the address and `same-origin` for our own pages. */
const crossSite = (site: string | null) => site !== null && site !== 'same-origin' && site !== 'none'

/**
 * A link on another site may open a page of ours in its own tab: that only reads, and the other site sees nothing. What
 * pages fetch (a price, an export) is no page.
 */
const followsLink = ({ method, headers, path }: Asked) =>
  method === 'GET' &&
  !path.startsWith('/api/') &&
  headers.get('sec-fetch-mode') === 'navigate' &&
  headers.get('sec-fetch-dest') === 'document'

const changes = (method: string) => method !== 'GET' && method !== 'HEAD'
