import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync } from 'node:fs'
import type { Server } from 'node:http'
import { createServer } from 'node:http'
import { Billing } from './billing'
import { Catalogue } from './catalogue'
import { modelsFromFile } from './catalogue/from-file'
import { type Now, SECOND } from './clock'
import { type Context, Prices } from './context'
import { attend } from './desk'
import { FaultBook } from './faults/book'
import { Studio } from './footage/studio'
import { Limits } from './limits'
import { RequestLog } from './request-log'
import { startFilming } from './routes/queue'
import { stateOf } from './routes/retrieve'
import { Jobs } from './store/jobs'
import { Ledger } from './store/ledger'

export interface SandboxOptions {
  /** The sandbox's own folder: `ledger.jsonl`, `jobs.jsonl`, `footage/`. */
  dir: string
  /** 0 or absent: any free port. */
  port?: number
  /** The one bearer key it accepts. */
  apiKey?: string
  /** 1 is a believable 8–40 s a job, 10 is ten times faster. */
  speed?: number
  balanceUsd?: number
  /** Path of a file with an answer of `GET /models?type=video`: its models are sold instead of the sandbox's own. */
  models?: string
  now?: Now
}

export interface Sandbox {
  /** What `VENICE_API_BASE_URL` is to be: `http://127.0.0.1:PORT/api/v1`. */
  url: string
  port: number
  close(): Promise<void>
}

/**
 * Starts the stand-in for the Venice API on 127.0.0.1. What it sold before is read from `dir`, so a restart goes on.
 * Rejects when the port is taken, or the file of models is none.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  mkdirSync(options.dir, { recursive: true })
  const now = options.now ?? Date.now
  const context: Context = {
    now,
    books: booksOf(options.dir),
    apiKey: options.apiKey ?? 'sandbox',
    origin: '',
    catalogue: new Catalogue(options.models === undefined ? undefined : modelsFromFile(options.models)),
    ledger: new Ledger(options.dir, options.balanceUsd ?? 100),
    jobs: new Jobs(options.dir),
    studio: new Studio(options.dir),
    limits: new Limits(now),
    speed: options.speed ?? 1,
    prices: new Prices(),
    billing: new Billing(),
  }
  const controls = { faults: new FaultBook(), log: new RequestLog() }
  const server = createServer((incoming, response) => void attend(context, controls, incoming, response))
  // Longer than clients keep idle sockets, so that only an ordered fault resets one.
  server.keepAliveTimeout = 60 * SECOND
  const port = await listen(server, options.port ?? 0)
  context.origin = `http://127.0.0.1:${port}`
  for (const job of context.jobs.all()) {
    if (['processing', 'finished'].includes(stateOf(context, job))) startFilming(context, job)
  }
  return { url: `${context.origin}/api/v1`, port, close: () => close(server, context) }
}

/** Names the books a sandbox keeps without telling where they lie: two on the same ones would spoil them. */
export function booksOf(dir: string): string {
  return createHash('sha256').update(realpathSync(dir)).digest('hex')
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

/** Fast on purpose: open sockets are cut, stalls included, and a half-filmed clip is left undone. */
async function close(server: Server, context: Context): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeAllConnections()
  await Promise.all([closed, context.studio.close()])
  context.ledger.close()
  context.jobs.close()
}
