import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Film } from '@/tests/crash/film'
import { Person } from '@/tests/crash/person'
import { type StudioProcess, startStudioProcess } from '@/tests/crash/studio-process'
import { freePort, startSandboxProcess } from '@/tests/support/app'
import { readSandboxBooks } from '@/tests/support/sandbox-books'

const KEY = 'crash'
/** USD; no run may end for want of money. */
const BALANCE = 1_000_000
/** Below the 40 a minute the vendor takes: a run is about kills, not about waiting for a minute to end. */
const SENDS_A_MINUTE = 36

/** What belongs to one data folder. */
export interface Chapter {
  dataDir: string
  person: Person
  /** Jobs the sandbox sold before. */
  ignore: ReadonlySet<string>
  /** ISO 8601 */
  since: string
}

/** A sandbox process and a studio with one data folder. Runs follow each other on a lane; lanes run side by side. */
export class Lane {
  readonly log: string
  chapter: Chapter
  private studio: StudioProcess | null = null
  private sentAt: number[] = []
  private keep = false

  private constructor(
    private readonly folder: string,
    readonly film: Film,
    readonly sandbox: Awaited<ReturnType<typeof startSandboxProcess>>,
    private readonly port: number,
  ) {
    this.log = join(folder, 'boundaries')
    this.chapter = this.begin()
  }

  /** @param speed of the sandbox's jobs */
  static async open(film: Film, speed: number): Promise<Lane> {
    const folder = mkdtempSync(join(tmpdir(), 'squero-crash-'))
    const dir = join(folder, 'sandbox')
    mkdirSync(dir)
    symlinkSync(film.folder, join(dir, 'footage'))
    const sandbox = await startSandboxProcess({ key: KEY, speed, dir, balance: BALANCE })
    return new Lane(folder, film, sandbox, await freePort())
  }

  /** The studio, started if it is gone; `crashAt` is the boundary of its start to die at. */
  async running(crashAt?: number): Promise<StudioProcess> {
    if (!this.studio || this.studio.isGone()) {
      const { port, sandbox, log } = this
      const { dataDir } = this.chapter
      const crash = crashAt === undefined ? undefined : { at: crashAt, log }
      this.studio = await startStudioProcess({ dataDir, port, crash, api: { url: sandbox.url, key: KEY } })
    }
    return this.studio
  }

  /** Waits until so many sends more are within what a minute allows. */
  async roomFor(sends: number): Promise<void> {
    const since = () => performance.now() - 60_000
    for (;;) {
      this.sentAt = this.sentAt.filter((at) => at > since())
      if (this.sentAt.length + sends <= SENDS_A_MINUTE) break
      await sleep((this.sentAt[0] ?? 0) - since() + 1)
    }
    this.sentAt.push(...Array.from({ length: sends }, () => performance.now()))
  }

  /** Another data folder: what went wrong in the last one is told once, and stays to be looked into. */
  async startAfresh(went: 'well' | 'wrong'): Promise<void> {
    await this.studio?.kill()
    if (went === 'well') rmSync(this.chapter.dataDir, { recursive: true, force: true })
    else this.keep = true
    this.chapter = this.begin()
  }

  private begin(): Chapter {
    const dataDir = mkdtempSync(join(this.folder, 'data-'))
    const ignore = new Set(readSandboxBooks(this.sandbox.dir).jobs.keys())
    return { dataDir, person: new Person(), ignore, since: new Date().toISOString() }
  }

  async close(): Promise<void> {
    await this.studio?.kill()
    await this.sandbox.stop()
    if (!this.keep) rmSync(this.folder, { recursive: true, force: true })
  }
}
