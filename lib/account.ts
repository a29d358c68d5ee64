import 'server-only'
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { studioKey } from '@/lib/access/studio-key'
import { systemClock } from '@/lib/clock'
import { studioDb } from '@/lib/db/client'
import { environment, isVenice } from '@/lib/env'
import { StudioError } from '@/lib/errors'
import { once } from '@/lib/once'
import type { Sandbox, SandboxOptions } from '@/lib/sandbox/server'
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
  const used = studioKey()
  const account = used === null ? await sandboxAccount() : keyedAccount(environment().veniceBaseUrl, used.key)
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

/** Models of a file are another sandbox's: its list, its prices and its books are not those of the usual one. */
function sandboxIdentity(): string {
  const { sandboxModels } = environment()
  return sandboxModels === null ? SANDBOX_IDENTITY : `${SANDBOX_IDENTITY} ${sandboxModels}`
}

async function sandboxAccount(): Promise<StudioAccount> {
  const { dataDir, sandboxSpeed: speed, sandboxModels } = environment()
  const identity = sandboxIdentity()
  const dir = join(dataDir, sandboxModels === null ? 'sandbox' : `sandbox-${fingerprint(identity)}`)
  await mkdir(dir, { recursive: true })
  const sandbox = await startRemembered({ dir, speed, models: sandboxModels ?? undefined })
  return {
    id: accountId(identity, fingerprint('sandbox')),
    mode: 'sandbox',
    host: 'the sandbox',
    access: { baseUrl: sandbox.url, apiKey: 'sandbox' },
    sandbox,
  }
}

/** On the port of the last start where it is free: download links given out before still lead here. */
async function startRemembered(options: SandboxOptions): Promise<Sandbox> {
  const { dir } = options
  const { booksOf, startSandbox } = await import('@/lib/sandbox/server')
  const portFile = join(dir, 'port')
  const remembered = Number(await readFile(portFile, 'utf8').catch(() => '0')) || 0
  const sandbox = await startSandbox({ ...options, port: remembered }).catch(async (error: unknown) => {
    if (remembered === 0) throw error
    if ((await booksAt(remembered)) === booksOf(dir)) throw new StudioError('already-running', ALREADY_RUNNING)
    return startSandbox({ ...options, port: 0 })
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
    baseUrl: sandbox ? sandboxIdentity() : account.access.baseUrl,
    keyFingerprint: fingerprint(account.access.apiKey),
    sandbox,
    createdAt: new Date(systemClock()),
  }
}

/** Tells keys apart without keeping them: a truncated hash of a long random secret gives nothing away. */
const fingerprint = (key: string) => sha256(`squero key ${key}`).slice(0, 16)

const accountId = (baseUrl: string, keyFingerprint: string) => sha256(`${baseUrl}\n${keyFingerprint}`).slice(0, 16)

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
