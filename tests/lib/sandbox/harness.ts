import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Agent, fetch, type Headers, type RequestInit } from 'undici'
import { type Sandbox, type SandboxOptions, startSandbox } from '@/lib/sandbox/server'

/** Fast to film, no sound: what a test asks for when the footage does not matter. */
export const SMALL = {
  model: 'vetro-mini-text-to-video',
  prompt: 'rings on dark water',
  duration: '5s',
  resolution: '256p',
}

/** The same from a model that hands out a download URL. */
export const SMALL_DOWNLOAD = { model: 'barena-1-text-to-video', prompt: 'rings', duration: '5s', resolution: '480p' }

/** A socket a request: after a restart on the same port, a kept one would be dead without knowing it. */
const dispatcher = new Agent({ pipelining: 0 })

export interface Reply {
  status: number
  headers: Headers
  bytes: Buffer
  // Tests read into answers of many shapes; what is not there reads as undefined and fails the expectation.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  json: any
}

/** A sandbox in a folder of its own, with a clock the test can move. */
export class Bench {
  skippedMs = 0
  readonly dir: string
  private constructor(
    private sandbox: Sandbox,
    private readonly options: SandboxOptions,
  ) {
    this.dir = options.dir
  }

  static async open(options: Partial<SandboxOptions> = {}): Promise<Bench> {
    const dir = mkdtempSync(join(tmpdir(), 'sandbox-'))
    const clock = { bench: undefined as Bench | undefined }
    const now = () => Date.now() + (clock.bench?.skippedMs ?? 0)
    const whole = { dir, speed: 400, now, ...options }
    clock.bench = new Bench(await startSandbox(whole), whole)
    return clock.bench
  }

  get origin(): string {
    return `http://127.0.0.1:${this.sandbox.port}`
  }

  async close(): Promise<void> {
    await this.sandbox.close()
    rmSync(this.dir, { recursive: true, force: true })
  }

  async restart(options: Partial<SandboxOptions> = {}): Promise<void> {
    const { port } = this.sandbox
    await this.sandbox.close()
    this.sandbox = await startSandbox({ ...this.options, port, ...options })
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Reply> {
    return ask(`${this.sandbox.url}${path}`, { headers: { authorization: 'Bearer sandbox', ...headers } })
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    return ask(`${this.sandbox.url}${path}`, {
      method: 'POST',
      headers: { authorization: 'Bearer sandbox', 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  }

  control(method: string, path: string, body?: unknown): Promise<Reply> {
    return ask(`${this.origin}/sandbox/${path}`, {
      method,
      headers: { 'x-sandbox-control': '1', 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
  }

  order(on: string, fault: Record<string, unknown>, more: Record<string, unknown> = {}): Promise<Reply> {
    return this.control('POST', 'faults', { on, fault, ...more })
  }

  queue(body: Record<string, unknown> = {}): Promise<Reply> {
    return this.post('/video/queue', { ...SMALL, ...body })
  }

  retrieve(queued: Reply, more: Record<string, unknown> = {}): Promise<Reply> {
    return this.post('/video/retrieve', { model: queued.json.model, queue_id: queued.json.queue_id, ...more })
  }

  /** Asks until the job is no longer PROCESSING. */
  async finished(queued: Reply, more: Record<string, unknown> = {}): Promise<Reply> {
    return until(
      () => this.retrieve(queued, more),
      (reply) => reply.json?.status !== 'PROCESSING',
    )
  }

  async ledger(): Promise<{ kind: string; microUsd: number; model: string; queueId: string }[]> {
    return (await this.control('GET', 'ledger')).json
  }
}

/** Repeats an ask until its answer is as wanted. Fails after 20 s. */
export async function until<T>(askOnce: () => Promise<T>, wanted: (answer: T) => boolean): Promise<T> {
  const deadline = Date.now() + 20_000
  for (;;) {
    const answer = await askOnce()
    if (wanted(answer)) return answer
    if (Date.now() > deadline) throw new Error(`Waited in vain; last: ${JSON.stringify(answer)?.slice(0, 300)}`)
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

export async function ask(url: string, init: RequestInit = {}): Promise<Reply> {
  const response = await fetch(url, { dispatcher, ...init })
  const bytes = Buffer.from(await response.arrayBuffer())
  return { status: response.status, headers: response.headers, bytes, json: parsed(bytes) }
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
