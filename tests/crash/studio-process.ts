import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { NEXT } from '@/lib/cli/prepare'

export interface StudioOptions {
  dataDir: string
  port: number
  /** The sandbox's API address and key. */
  api: { url: string; key: string }
  /** Counts from its first instruction: it may be gone before it answers. */
  crash?: { at: number; log: string }
}

/** The production server as `npm start` runs it once everything is built, with the preload that can kill it. */
export interface StudioProcess {
  url: string
  /** Counts boundaries from now on, writes their names to `log`, and dies at the `at`th; 0: at none. */
  arm(at: number, log: string): Promise<void>
  /** Counts no more. Afterwards it is either gone or will not die by itself. */
  disarm(): Promise<void>
  isGone(): boolean
  kill(): Promise<void>
  /** All that it printed. */
  printed(): string
}

/** Starts the studio and waits until it answers. @throws Error when it ends before, unless it was to be killed */
export async function startStudioProcess(options: StudioOptions): Promise<StudioProcess> {
  const child = spawn(process.execPath, argumentsOf(options), {
    env: environmentOf(options),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => (text += String(piece)))
  const studio: StudioProcess = {
    url: `http://127.0.0.1:${options.port}`,
    arm: (at, path) => tell(child, { at, path }),
    disarm: () => tell(child, { at: 0, path: null }),
    isGone: () => child.exitCode !== null || child.signalCode !== null,
    kill: () => kill(child),
    printed: () => text,
  }
  while (!studio.isGone() && !(await answers(studio))) await sleep(25)
  if (studio.isGone() && !options.crash) throw new Error(`The studio ended by itself:\n${text}`)
  return studio
}

// A process that lives a few seconds does not gain by what V8 optimises for hours: of 2.7 s of CPU to the first answer,
// one goes into Prisma's WebAssembly.
const QUICK = ['--liftoff-only', '--single-threaded-gc']

function argumentsOf({ port }: StudioOptions): string[] {
  const served = [NEXT, 'start', '--hostname', '127.0.0.1', '--port', String(port)]
  return [...QUICK, '--import', './tests/crash/preload/index.mjs', ...served]
}

function environmentOf({ dataDir, port, api, crash }: StudioOptions): NodeJS.ProcessEnv {
  return {
    ...process.env,
    // Nothing on the PATH, so no ffmpeg: posters are not of a job's life.
    PATH: dataDir,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_MANUAL_SIG_HANDLE: 'true',
    HOST: '127.0.0.1',
    PORT: String(port),
    SQUERO_DATA_DIR: dataDir,
    VENICE_API_KEY: api.key,
    VENICE_API_BASE_URL: api.url,
    ...(crash ? { CRASH_AT: String(crash.at), CRASH_LOG: crash.log } : {}),
  }
}

const answers = ({ url }: StudioProcess) =>
  fetch(`${url}/api/health`).then(
    ({ ok }) => ok,
    () => false,
  )

/** Tells the preload; resolves when it has understood, or is gone. */
async function tell(child: ChildProcess, order: { at: number; path: string | null }): Promise<void> {
  if (!child.connected) return
  const understood = once(child, 'message')
  child.send(order, () => undefined)
  await Promise.race([understood, ended(child)])
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await ended(child)
}

const ended = async (child: ChildProcess) => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
