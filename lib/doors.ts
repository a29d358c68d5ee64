import type { Environment } from '@/lib/env'

/** The exact Host values this studio answers to: loopback names with its own port, nothing else. */
export function allowedHosts({ port }: Pick<Environment, 'port'>): ReadonlySet<string> {
  const names = ['127.0.0.1', 'localhost', '[::1]']
  return new Set(names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`])))
}

/**
 * Why a request is not let in, or null. A page of somebody else's that reaches this port by DNS rebinding carries its
 * own name in Host; one that posts across sites carries its own Origin; Next's actions accept both, so neither gets
 * that far.
 */
export function refusalOf(request: { method: string; headers: Headers }, hosts: ReadonlySet<string>): string | null {
  const { headers } = request
  const host = headers.get('host')?.toLowerCase() ?? ''
  if (!hosts.has(host)) return 'This studio only answers to its own address.'
  const forwarded = headers.get('x-forwarded-host')?.toLowerCase()
  if (forwarded !== undefined && forwarded !== host) return 'This studio is not reached through another host.'
  const origin = headers.get('origin')
  if (origin !== null && origin.toLowerCase() !== `http://${host}`)
    return 'This studio takes requests from its own pages only.'
  if (crossSite(headers.get('sec-fetch-site')) && !followsLink(request)) {
    return 'This studio takes requests from its own pages only.'
  }
  if (changes(request.method) && origin === null)
    return 'A request that changes something must say where it comes from.'
  return null
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

/** A link on another site may open a page of ours in its own tab: that only reads, and the other site sees nothing. */
const followsLink = ({ method, headers }: { method: string; headers: Headers }) =>
  method === 'GET' && headers.get('sec-fetch-mode') === 'navigate' && headers.get('sec-fetch-dest') === 'document'

const changes = (method: string) => method !== 'GET' && method !== 'HEAD'
