import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type SandboxControl, sandboxControl } from '@/tests/support/sandbox-control'

const TSX = 'node_modules/tsx/dist/cli.mjs'

export interface AppOptions {
  dataDir?: string
  port?: number
  env?: Record<string, string>
  speed?: number
}

/** A studio as `npm start` runs it: its own process, port and data folder. */
export interface App {
  url: string
  port: number
  dataDir: string
  /** Of the process at the head of its chain. */
  pid: number
  /** All that it printed so far. */
  log(): string
  /** SIGTERM, as a service manager would; waits until it has ended. */
  stop(): Promise<number | null>
  /** SIGKILL. */
  kill(): Promise<void>
}

/** Starts the studio and waits until it answers. Unless `env` says otherwise there is no key, and nothing on
 * its PATH: no ffmpeg. */
export async function startApp({ dataDir = newFolder(), port, env = {}, speed = 20 }: AppOptions = {}): Promise<App> {
  const own = port ?? (await freePort())
  const running = run(['lib/cli/start.ts'], {
    PATH: dataDir,
    HOST: '127.0.0.1',
    PORT: String(own),
    SQUERO_DATA_DIR: dataDir,
    SQUERO_SANDBOX_SPEED: String(speed),
    ...env,
  })
  await running.says('Squero is at')
  return { ...running, url: `http://127.0.0.1:${own}`, port: own, dataDir }
}

/** The sandbox that a studio without a key runs in its own process. */
export function sandboxOf(app: App): SandboxControl {
  const port = readFileSync(join(app.dataDir, 'sandbox/port'), 'utf8')
  return sandboxControl(`http://127.0.0.1:${port}/api/v1`)
}

/** The sandbox in a process of its own, as `npm run sandbox` runs it. */
export async function startSandboxProcess(options: { key: string; speed?: number; dir?: string; balance?: number }) {
  const port = await freePort()
  const dir = options.dir ?? newFolder()
  const flags = [
    '--port',
    String(port),
    '--dir',
    dir,
    '--balance',
    String(options.balance ?? 100),
    '--key',
    options.key,
    '--speed',
    String(options.speed ?? 20),
  ]
  const running = run(['lib/sandbox/cli.ts', ...flags], {})
  await running.says(String(port))
  const url = `http://127.0.0.1:${port}/api/v1`
  return { ...running, url, dir, control: sandboxControl(url) }
}

/** The engine without Next, against a vendor elsewhere. SIGTERM kills it. */
export const startEngineProcess = (dataDir: string, vendor: Vendor) =>
  startWork([TSX, '--conditions=react-server', 'tests/support/engine-process.ts'], dataDir, vendor)

/** The same, and it stops as a studio does. By itself: the `tsx` command ends a busy child before that has heard a signal. */
export const startStoppingProcess = (dataDir: string, vendor: Vendor) =>
  startWork(['--import', 'tsx', '--conditions=react-server', 'tests/support/stopping-process.ts'], dataDir, vendor)

interface Vendor {
  url: string
  key: string
}

/** `server-only` lets itself be loaded under this condition. */
async function startWork(args: string[], dataDir: string, vendor: Vendor) {
  const running = runNode(args, {
    SQUERO_DATA_DIR: dataDir,
    VENICE_API_KEY: vendor.key,
    VENICE_API_BASE_URL: vendor.url,
  })
  await running.says('The engine runs.')
  return running
}

const run = (args: string[], env: Record<string, string>) => runNode([TSX, ...args], env)

function runNode(args: string[], env: Record<string, string>) {
  const { VENICE_API_KEY: _key, VENICE_API_BASE_URL: _url, ...clean } = process.env
  const child = spawn(process.execPath, args, {
    env: { ...clean, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)))
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  return {
    pid: child.pid ?? 0,
    log: () => text,
    stop: () => end('SIGTERM'),
    async kill() {
      if (child.exitCode === null && child.signalCode === null) killTree(child)
      await ended
    },
    async says(words: string) {
      while (!text.includes(words)) {
        if (child.exitCode !== null) throw new Error(`It ended before it said "${words}":\n${text}`)
        await sleep(50)
      }
    },
  }
}

/** A kill of the whole chain at once: what a power cut does. */
function killTree(child: ChildProcess): void {
  for (const pid of descendants(child.pid ?? 0).reverse()) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch (error) {
      // Gone already: its parent took it along.
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
    }
  }
}

/** The process and all that came from it, as they are now (Linux). */
export function descendants(pid: number): number[] {
  const file = `/proc/${pid}/task/${pid}/children`
  const children = existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ').filter(Boolean).map(Number) : []
  return [pid, ...children.flatMap(descendants)]
}

export const newFolder = () => mkdtempSync(join(tmpdir(), 'squero-e2e-'))

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port.')),
      )
    })
  })
}
