import 'server-only'
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemClock } from '@/lib/clock'
import { studioDb } from '@/lib/db/client'
import { environment, isVenice } from '@/lib/env'
import { StudioError } from '@/lib/errors'
import { once } from '@/lib/once'
import type { Sandbox } from '@/lib/sandbox/server'
import type { VeniceAccess } from '@/lib/venice/client'

// The sandbox has another port after each start; its account must stay the same.
const SANDBOX_IDENTITY = 'sandbox'

/** Whose jobs, money and clips these are: a base URL and the fingerprint of a key. */
export interface StudioAccount {
  id: string
  mode: 'sandbox' | 'venice' | 'other'
  /** Where the API is, without a path: for the screen. */
  host: string
  access: VeniceAccess
  /** Only in `sandbox` mode: the stand-in that runs in this process. */
  sandbox: Sandbox | null
}

/** The account of this process, its row written; starts the sandbox when no key is set. */
export function studioAccount(): Promise<StudioAccount> {
  return once('account', openAccount)
}

async function openAccount(): Promise<StudioAccount> {
  const { veniceApiKey, veniceBaseUrl } = environment()
  const account = veniceApiKey === null ? await sandboxAccount() : keyedAccount(veniceBaseUrl, veniceApiKey)
  const db = await studioDb()
  await db.account.upsert({ where: { id: account.id }, create: accountRow(account), update: {} })
  return account
}

function keyedAccount(baseUrl: string, apiKey: string): StudioAccount {
  return {
    id: accountId(baseUrl, fingerprint(apiKey)),
    mode: isVenice(baseUrl) ? 'venice' : 'other',
    host: new URL(baseUrl).host,
    access: { baseUrl, apiKey },
    sandbox: null,
  }
}

async function sandboxAccount(): Promise<StudioAccount> {
  const { dataDir, sandboxSpeed } = environment()
  const dir = join(dataDir, 'sandbox')
  await mkdir(dir, { recursive: true })
  const sandbox = await startRemembered(dir, sandboxSpeed)
  return {
    id: accountId(SANDBOX_IDENTITY, fingerprint('sandbox')),
    mode: 'sandbox',
    host: 'the sandbox',
    access: { baseUrl: sandbox.url, apiKey: 'sandbox' },
    sandbox,
  }
}

/** On the port of the last start where it is free: download links given out before still lead here. */
async function startRemembered(dir: string, speed: number): Promise<Sandbox> {
  const { booksOf, startSandbox } = await import('@/lib/sandbox/server')
  const portFile = join(dir, 'port')
  const remembered = Number(await readFile(portFile, 'utf8').catch(() => '0')) || 0
  const sandbox = await startSandbox({ dir, port: remembered, speed }).catch(async (error: unknown) => {
    if (remembered === 0) throw error
    if ((await booksAt(remembered)) === booksOf(dir)) throw new StudioError('already-running', ALREADY_RUNNING)
    return startSandbox({ dir, port: 0, speed })
  })
  await writeFile(portFile, String(sandbox.port))
  return sandbox
}

const ALREADY_RUNNING =
  'Squero is running on this data folder already. Use that one, or set SQUERO_DATA_DIR to another folder.'

/** Which sandbox's books are kept at a port of this machine, if it is one. */
async function booksAt(port: number): Promise<string | null> {
  const signal = AbortSignal.timeout(2000)
  const headers = { 'x-sandbox-control': '1' }
  const answer = await fetch(`http://127.0.0.1:${port}/sandbox/books`, { headers, signal }).catch(() => null)
  const body: unknown = answer?.ok ? await answer.json().catch(() => null) : null
  return typeof body === 'object' && body !== null && 'books' in body ? String(body.books) : null
}

function accountRow(account: StudioAccount) {
  const sandbox = account.mode === 'sandbox'
  return {
    id: account.id,
    baseUrl: sandbox ? SANDBOX_IDENTITY : account.access.baseUrl,
    keyFingerprint: fingerprint(account.access.apiKey),
    sandbox,
    createdAt: new Date(systemClock()),
  }
}

/** Tells keys apart without keeping them: a truncated hash of a long random secret gives nothing away. */
const fingerprint = (key: string) => sha256(`squero key ${key}`).slice(0, 16)

const accountId = (baseUrl: string, keyFingerprint: string) => sha256(`${baseUrl}\n${keyFingerprint}`).slice(0, 16)

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
