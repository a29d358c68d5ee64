import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { NEXT } from '@/lib/cli/prepare'

export interface StudioOptions {
  dataDir: string
  port: number
  /** The sandbox's API address and key. */
  api: { url: string; key: string }
  /** With the preload: the boundary to die at (0 is never) and where their names go. */
  crash?: { at: number; log: string }
}

/** The production server as `npm start` runs it, once everything is built. */
export interface StudioProcess {
  url: string
  /** Resolves when the process is gone, however it ended. */
  gone: Promise<void>
  isGone(): boolean
  kill(): Promise<void>
  /** All that it printed. */
  log(): string
}

/** Starts the studio; resolves when it answers, or when it is gone already. */
export async function startStudioProcess(options: StudioOptions): Promise<StudioProcess> {
  const child = spawn(process.execPath, argumentsOf(options), { env: environmentOf(options), stdio: 'pipe' })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (text += String(piece)))
  const isGone = () => child.exitCode !== null || child.signalCode !== null
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = `http://127.0.0.1:${options.port}`
  const studio: StudioProcess = { url, gone, isGone, kill: () => kill(child, gone), log: () => text }
  await untilItAnswers(studio)
  return studio
}

function argumentsOf({ port, crash }: StudioOptions): string[] {
  const preload = crash ? ['--import', './tests/crash/preload/index.mjs'] : []
  return [...preload, NEXT, 'start', '--hostname', '127.0.0.1', '--port', String(port)]
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
    ...(crash ? { CRASH_AT: String(crash.at), CRASH_LOG: crash.log, CRASH_ORIGIN: new URL(api.url).origin } : {}),
  }
}

async function untilItAnswers(studio: StudioProcess): Promise<void> {
  while (!studio.isGone()) {
    const answer = await fetch(`${studio.url}/api/health`).catch(() => null)
    if (answer?.ok) return
    await sleep(25)
  }
}

async function kill(child: ChildProcess, gone: Promise<void>): Promise<void> {
  child.kill('SIGKILL')
  await gone
}
