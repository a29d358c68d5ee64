import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import * as z from 'zod'

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
  /** How many times faster than believable the sandbox's jobs run. */
  sandboxSpeed: number
  /** Absolute path of a `GET /models?type=video` answer whose models the sandbox sells; null: its own. */
  sandboxModels: string | null
  /** Where this studio is reached from the internet, without a last slash; null: nowhere. */
  publicUrl: string | null
}

/** Wrong settings, one sentence each. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError'

  constructor(readonly sentences: string[]) {
    super(sentences.join('\n'))
  }
}

const blankIsUnset = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)

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
      .enum(
        LOOPBACK,
        'HOST must be 127.0.0.1, ::1 or localhost: there is no password yet, so the studio only listens on this machine. Reach it from elsewhere through an SSH tunnel.',
      )
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
  if (baseUrl !== undefined && key === undefined) {
    throw new EnvironmentError([
      'VENICE_API_BASE_URL is set but VENICE_API_KEY is not: set both, or neither to use the sandbox.',
    ])
  }
  return {
    veniceApiKey: key ?? null,
    veniceBaseUrl: parseBaseUrl(baseUrl ?? VENICE),
    dataDir: resolve(rest.SQUERO_DATA_DIR),
    host: rest.HOST,
    port: rest.PORT,
    sandboxSpeed: rest.SQUERO_SANDBOX_SPEED,
    sandboxModels: rest.SQUERO_SANDBOX_MODELS === undefined ? null : resolve(rest.SQUERO_SANDBOX_MODELS),
    publicUrl: rest.SQUERO_PUBLIC_URL === undefined ? null : parsePublicUrl(rest.SQUERO_PUBLIC_URL),
  }
}

function parseBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  const sentence = 'VENICE_API_BASE_URL must be a full address such as https://api.venice.ai/api/v1'
  if (!url || !['http:', 'https:'].includes(url.protocol)) throw new EnvironmentError([`${sentence}.`])
  if (url.username || url.password || url.search || url.hash) {
    throw new EnvironmentError([`${sentence}, without a user, a password, ? or #.`])
  }
  const hostname = url.hostname.replace(/^\[|\]$/g, '')
  if (url.protocol === 'http:' && !LOOPBACK.includes(hostname)) {
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

/** Whether the address is the vendor's own. */
export function isVenice(baseUrl: string): boolean {
  return baseUrl === VENICE
}

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
