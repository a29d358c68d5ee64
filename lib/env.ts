import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import * as z from 'zod'
import { isEncoded, LONGEST_PASSWORD, SHORTEST_PASSWORD } from '@/lib/access/password'

const VENICE = 'https://api.venice.ai/api/v1'
const LOOPBACK = ['127.0.0.1', '::1', 'localhost']

/** The studio's settings, as the README's table lists them. */
export interface Environment {
  /** null: no key is set, so the sandbox is on. */
  veniceApiKey: string | null
  veniceBaseUrl: string
  /** Absolute path. */
  dataDir: string
  host: string
  port: number
  /** Who signs in with it may spend and set; null: none in the environment. */
  ownerPassword: PasswordSetting | null
  /** Who signs in with it may look. */
  viewerPassword: PasswordSetting | null
  /** Further addresses the studio is reached at: `https://studio.example.com`. */
  hosts: string[]
  /** `X-Forwarded-Host` of a proxy in front is believed, if it names one of the studio's own addresses. */
  trustProxy: boolean
  /** How many times faster than believable the sandbox's jobs run. */
  sandboxSpeed: number
  /** Absolute path of a `GET /models?type=video` answer whose models the sandbox sells; null: its own. */
  sandboxModels: string | null
  /** Where this studio is reached from the internet, without a last slash; null: nowhere. */
  publicUrl: string | null
}

/** A password as it is given, or as `npm run password` prints it. */
export type PasswordSetting = { plain: string } | { encoded: string }

/** Wrong settings, one sentence each. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError'

  constructor(readonly sentences: string[]) {
    super(sentences.join('\n'))
  }
}

const blankIsUnset = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)

const plainPassword = (name: string) => {
  const sentence = `${name} must have ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters.`
  return z.preprocess(
    blankIsUnset,
    z.string().min(SHORTEST_PASSWORD, sentence).max(LONGEST_PASSWORD, sentence).optional(),
  )
}

const encodedPassword = (name: string) =>
  z.preprocess(
    blankIsUnset,
    z
      .string()
      .trim()
      .refine(isEncoded, `${name} is not what \`npm run password\` prints: copy its line again.`)
      .optional(),
  )

const schema = z.object({
  VENICE_API_KEY: z.preprocess(
    blankIsUnset,
    z
      .string()
      .trim()
      .regex(/^[\x21-\x7e]+$/, 'VENICE_API_KEY has a space or another character no key has: copy the key again.')
      .optional(),
  ),
  VENICE_API_BASE_URL: z.preprocess(blankIsUnset, z.string().trim().optional()),
  SQUERO_DATA_DIR: z.preprocess(blankIsUnset, z.string().default('./data')),
  HOST: z.preprocess(
    blankIsUnset,
    z
      .string()
      .trim()
      .regex(/^[\w.:-]+$/, 'HOST must be an address of this machine, such as 127.0.0.1 or 0.0.0.0.')
      .default('127.0.0.1'),
  ),
  PORT: z.preprocess(
    blankIsUnset,
    z.coerce
      .number('PORT must be a number from 1 to 65535.')
      .int('PORT must be a whole number from 1 to 65535.')
      .min(1, 'PORT must be a number from 1 to 65535.')
      .max(65_535, 'PORT must be a number from 1 to 65535.')
      .default(3210),
  ),
  SQUERO_PASSWORD: plainPassword('SQUERO_PASSWORD'),
  SQUERO_PASSWORD_HASH: encodedPassword('SQUERO_PASSWORD_HASH'),
  SQUERO_VIEWER_PASSWORD: plainPassword('SQUERO_VIEWER_PASSWORD'),
  SQUERO_VIEWER_PASSWORD_HASH: encodedPassword('SQUERO_VIEWER_PASSWORD_HASH'),
  SQUERO_HOSTS: z.preprocess(blankIsUnset, z.string().trim().optional()),
  SQUERO_TRUST_PROXY: z.preprocess(
    blankIsUnset,
    z.enum(['0', '1'], 'SQUERO_TRUST_PROXY must be 1, or 0 for no.').default('0'),
  ),
  SQUERO_PUBLIC_URL: z.preprocess(blankIsUnset, z.string().trim().optional()),
  SQUERO_SANDBOX_SPEED: z.preprocess(
    blankIsUnset,
    z.coerce
      .number('SQUERO_SANDBOX_SPEED must be a number, such as 1 or 10.')
      .positive('SQUERO_SANDBOX_SPEED must be more than 0, such as 1 or 10.')
      .max(1000, 'SQUERO_SANDBOX_SPEED must be 1000 at most.')
      .default(1),
  ),
  SQUERO_SANDBOX_MODELS: z.preprocess(
    blankIsUnset,
    z.string().trim().refine(existsSync, 'SQUERO_SANDBOX_MODELS names a file that is not there.').optional(),
  ),
})

/**
 * The settings in `source`, checked.
 * @throws EnvironmentError with a sentence for each wrong value
 */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const parsed = schema.safeParse(source)
  if (!parsed.success) throw new EnvironmentError(parsed.error.issues.map((issue) => issue.message))
  const { VENICE_API_KEY: key, VENICE_API_BASE_URL: baseUrl, ...rest } = parsed.data
  return {
    veniceApiKey: key ?? null,
    veniceBaseUrl: parseBaseUrl(baseUrl ?? VENICE),
    dataDir: resolve(rest.SQUERO_DATA_DIR),
    host: rest.HOST,
    port: rest.PORT,
    ownerPassword: onePassword('SQUERO_PASSWORD', rest.SQUERO_PASSWORD, rest.SQUERO_PASSWORD_HASH),
    viewerPassword: onePassword(
      'SQUERO_VIEWER_PASSWORD',
      rest.SQUERO_VIEWER_PASSWORD,
      rest.SQUERO_VIEWER_PASSWORD_HASH,
    ),
    hosts: parseHosts(rest.SQUERO_HOSTS ?? ''),
    trustProxy: rest.SQUERO_TRUST_PROXY === '1',
    sandboxSpeed: rest.SQUERO_SANDBOX_SPEED,
    sandboxModels: rest.SQUERO_SANDBOX_MODELS === undefined ? null : resolve(rest.SQUERO_SANDBOX_MODELS),
    publicUrl: rest.SQUERO_PUBLIC_URL === undefined ? null : parsePublicUrl(rest.SQUERO_PUBLIC_URL),
  }
}

function onePassword(name: string, plain: string | undefined, encoded: string | undefined): PasswordSetting | null {
  if (plain !== undefined && encoded !== undefined) {
    throw new EnvironmentError([`Set ${name} or ${name}_HASH, not both.`])
  }
  if (encoded !== undefined) return { encoded }
  return plain === undefined ? null : { plain }
}

function parseHosts(text: string): string[] {
  const hosts = text.split(/[\s,]+/).filter(Boolean)
  const addresses = hosts.map(parseAddress)
  const wrong = hosts.find((_, at) => addresses[at] === null)
  if (wrong !== undefined) throw new EnvironmentError([`SQUERO_HOSTS: ${wrong} ${ADDRESS_RULE}`])
  return [...new Set(addresses.filter((address) => address !== null))]
}

/** What an address of the studio must be. */
export const ADDRESS_RULE =
  'is not an address without a path, such as https://studio.example.com or http://192.168.1.20:3210.'

/** An exact address of the studio as a browser writes it in Origin; null: it is none. */
export function parseAddress(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.href !== `${url.origin}/`) return null
  return url.hostname.includes('*') ? null : url.origin
}

/** Whether a host is this machine's own, which no other can reach. */
export const isLoopback = (host: string): boolean => LOOPBACK.includes(host.replace(/^\[|\]$/g, '').toLowerCase())

function parseBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  const sentence = 'VENICE_API_BASE_URL must be a full address such as https://api.venice.ai/api/v1'
  if (!url || !['http:', 'https:'].includes(url.protocol)) throw new EnvironmentError([`${sentence}.`])
  if (url.username || url.password || url.search || url.hash) {
    throw new EnvironmentError([`${sentence}, without a user, a password, ? or #.`])
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new EnvironmentError(['VENICE_API_BASE_URL must be https, or the key could be read on the way.'])
  }
  return url.href.replace(/\/+$/, '')
}

function parsePublicUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol !== 'https:' || url.href !== `${url.origin}/`) {
    throw new EnvironmentError([
      'SQUERO_PUBLIC_URL must be an https address without a path, such as https://studio.example.com.',
    ])
  }
  return url.origin
}

/** The data folder alone, absolute: what backs up or restores needs no other setting to be right. */
export function dataFolder(): string {
  return resolve(schema.shape.SQUERO_DATA_DIR.parse(process.env.SQUERO_DATA_DIR))
}

/** Whether the address is the vendor's own. */
export function isVenice(baseUrl: string): boolean {
  return baseUrl === VENICE
}

/** Whether Next runs with reloading: React then needs `eval`. */
export const isDevelopment = (): boolean => process.env.NODE_ENV === 'development'

let parsed: Environment | undefined

/**
 * This process's settings, read once.
 * @throws EnvironmentError with a sentence for each wrong value
 */
export function environment(): Environment {
  parsed ??= parseEnvironment(process.env)
  return parsed
}

/** The variables a child process starts with: this process's own, with `changes` on top. */
export function childEnvironment(changes: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...changes }
}

/** What another program starts with: where programs are found and nothing else. The key has no business there. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  const { PATH, NODE_ENV } = process.env
  return PATH === undefined ? { NODE_ENV } : { NODE_ENV, PATH }
}
