import 'server-only'

const HIDDEN = '[hidden]'

/** Shorter secrets would blank out ordinary words. */
const SHORTEST_SECRET = 8

// Also as JSON escapes it (`https:\/\/…`). Everything after the host may be a bearer token.
const ADDRESS = /(https?:(?:\\?\/){2}[^\s"'<>\\/?#@]*)[^\s"'<>]*/gi

export type Redact = (text: string) => string

/** Takes the secrets out of a text: as they are, URL-encoded, in base64, and each half of a long one. */
export function redactor(...secrets: string[]): Redact {
  const forms = [...new Set(secrets.flatMap(formsOf))]
    .filter((form) => form.length >= SHORTEST_SECRET)
    .sort((a, b) => b.length - a.length)
  return (text) => forms.reduce((rest, form) => rest.replaceAll(form, HIDDEN), text)
}

/** The parts of a secret address that must not be told: whole, path, each long segment, each value of its query. */
export function partsOfAddress(address: string): string[] {
  if (!URL.canParse(address)) return [address]
  const url = new URL(address)
  const segments = url.pathname.split('/').filter((segment) => segment.length >= 16)
  return [
    address,
    url.href,
    `${url.pathname}${url.search}`,
    url.search.slice(1),
    ...segments,
    ...url.searchParams.values(),
  ]
}

/** Nothing random is all small letters: `/settings/api`, `/guides/consent`. */
const PLAIN_PATH = /^[a-z/.-]*$/

/**
 * Shortens web addresses to their host where more than words follows it: what the vendor says of one job may name the
 * `download_url` of another.
 */
export function hideLinks(text: string): string {
  return text.replace(ADDRESS, (address, host: string) =>
    PLAIN_PATH.test(address.slice(host.length)) ? address : `${host}/${HIDDEN}`,
  )
}

/** Shortens every web address to its host: an excerpt of an answer nobody could read may hold a `download_url`. */
export function hideAddresses(text: string): string {
  return text.replace(ADDRESS, `$1/${HIDDEN}`)
}

function formsOf(secret: string): string[] {
  const half = Math.floor(secret.length / 2)
  const halves = half >= SHORTEST_SECRET ? [secret.slice(0, half), secret.slice(half)] : []
  const bytes = Buffer.from(secret)
  // Half a character has no URL-encoded form, and must not hide a receipt that was paid for.
  return [
    secret,
    encodeURIComponent(secret.toWellFormed()),
    bytes.toString('base64'),
    bytes.toString('base64url'),
    ...halves,
  ]
}
