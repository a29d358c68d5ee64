import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import type { Clip } from './clip'
import { type FootageOrder, footageKey } from './order'

/** The cache's bound; the oldest clips go first and are filmed again if asked for. */
const CACHE_BYTES = 2_000_000_000
/** An idle worker is let go after this many ms, and its WebAssembly memory with it. */
const IDLE_MS = 20_000
const ATTEMPTS = 2

interface Take {
  order: FootageOrder
  path: string
  attempts: number
}

/** Films clips one at a time in a worker thread and keeps them on disk by the hash of their order. */
export class Studio {
  private readonly folder: string
  private readonly waiting = new Map<string, Take>()
  private rolling: { key: string; take: Take } | undefined
  private worker: Worker | undefined
  private idle: NodeJS.Timeout | undefined
  private closed = false
  /** What every clip handed out from now on is padded by: none, or the bytes of a whole box. */
  paddingBytes = 0

  constructor(dir: string) {
    this.folder = join(dir, 'footage')
    mkdirSync(this.folder, { recursive: true })
  }

  /** The finished clip, or undefined while it is still to be filmed (which this sets in motion). */
  clip(order: FootageOrder): Clip | undefined {
    const key = footageKey(order)
    const path = join(this.folder, `${key}.mp4`)
    if (existsSync(path)) return this.handOut(path)
    if (!this.waiting.has(key) && this.rolling?.key !== key) {
      this.waiting.set(key, { order, path, attempts: 0 })
      this.next()
    }
    return undefined
  }

  private handOut(path: string): Clip {
    const { size: fileBytes, mtimeMs } = statSync(path)
    const { paddingBytes } = this
    const size = fileBytes + paddingBytes
    return { path, fileBytes, paddingBytes, size, tag: `${Math.trunc(mtimeMs).toString(36)}-${size.toString(36)}` }
  }

  async close(): Promise<void> {
    this.closed = true
    this.waiting.clear()
    clearTimeout(this.idle)
    await this.worker?.terminate()
  }

  private next(): void {
    if (this.rolling || this.closed) return
    const [first] = this.waiting
    if (!first) {
      this.idle = setTimeout(() => this.release(), IDLE_MS).unref()
      return
    }
    clearTimeout(this.idle)
    const [key, take] = first
    this.waiting.delete(key)
    this.rolling = { key, take }
    take.attempts += 1
    this.crew().postMessage({ order: take.order, path: take.path })
  }

  private cut(filmed: boolean): void {
    const rolling = this.rolling
    this.rolling = undefined
    if (rolling && !filmed && rolling.take.attempts < ATTEMPTS) this.waiting.set(rolling.key, rolling.take)
    if (filmed) this.trim()
    this.next()
  }

  private crew(): Worker {
    if (this.worker) return this.worker
    const worker = startWorker()
    worker.on('message', (said: { filmed: boolean }) => this.cut(said.filmed))
    worker.on('error', () => undefined)
    worker.on('exit', () => {
      if (this.worker !== worker) return
      this.worker = undefined
      if (this.rolling) this.cut(false)
    })
    // Filming never keeps the process alive: the HTTP server does.
    worker.unref()
    this.worker = worker
    return worker
  }

  private release(): void {
    const worker = this.worker
    this.worker = undefined
    void worker?.terminate()
  }

  private trim(): void {
    const clips = readdirSync(this.folder).map((name) => {
      const { size, mtimeMs } = statSync(join(this.folder, name))
      return { name, size, mtimeMs }
    })
    clips.sort((a, b) => a.mtimeMs - b.mtimeMs)
    let total = clips.reduce((sum, clip) => sum + clip.size, 0)
    for (const clip of clips) {
      if (total <= CACHE_BYTES) return
      rmSync(join(this.folder, clip.name), { force: true })
      total -= clip.size
    }
  }
}

/**
 * The worker is a plain file found from the project's root, and `node:worker_threads` is fetched at run time: a bundler
 * that sees `new Worker(...)` rewrites it, and then the sandbox would not start inside the studio's server.
 */
function startWorker(): Worker {
  const threads = process.getBuiltinModule('node:worker_threads')
  return new threads.Worker(join(process.cwd(), 'lib', 'sandbox', 'footage', 'worker.mjs'))
}
