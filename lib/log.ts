import 'server-only'
import pino from 'pino'
import { namedSecrets } from '@/lib/secrets'
import { hideAddresses, redactor } from '@/lib/venice/redact'

/**
 * The server's log: one JSON line an event. Never a key, a `download_url` or a prompt. Callers leave them out; should
 * one slip in by way of an error's words, it is taken out of the line: known secrets in each of their forms, and of web
 * addresses all that follows the host, which may be a bearer token.
 */
export const log = pino({
  name: 'squero',
  base: null,
  redact: { paths: secretFields(), censor: '[hidden]' },
  hooks: { streamWrite: withoutSecrets },
})

/** Fields that are secrets whatever they hold, at the top and one below. */
function secretFields(): string[] {
  const names = ['apiKey', 'authorization', 'cookie', 'password', 'token', 'downloadUrl', 'download_url']
  return names.flatMap((name) => [name, `*.${name}`])
}

/** @param line JSON, and so it stays */
export function withoutSecrets(line: string): string {
  const secrets = namedSecrets()
  const escaped = secrets.map((secret) => JSON.stringify(secret).slice(1, -1))
  return hideAddresses(redactor(...secrets, ...escaped)(line))
}
