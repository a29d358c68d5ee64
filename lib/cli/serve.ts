import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { getHeapStatistics } from 'node:v8'
import { currentDoors, openDoorRefusal } from '@/lib/access/doors'
import { studioKey } from '@/lib/access/studio-key'
import { fail, NEXT, say } from '@/lib/cli/prepare'
import { childEnvironment, type Environment, isLoopback, isVenice } from '@/lib/env'

/**
 * What the studio's own objects may take at most (V8's old space), MB; it has 0.1 GB of them. Unbounded, on a machine with
 * much memory, V8 lets garbage grow to four times what is in use before it looks.
 */
const HEAP_MB = 1024

/** Runs Next until it ends, hands signals on to it, and says where the studio is once it answers. */
export async function serve(command: 'start' | 'dev', settings: Environment): Promise<void> {
  const { host, port } = settings
  const open = openDoorRefusal()
  if (open !== null) fail(open)
  if (await isTaken(host, port)) fail(`Port ${port} is taken: something else listens there. Set PORT to another one.`)
  const call = [...bound(command), NEXT, command, '--hostname', host, '--port', String(port)]
  const child = spawn(process.execPath, call, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: childEnvironment({
      HOST: host,
      PORT: String(port),
      // Next would cut a running purchase off at SIGTERM; the engine drains instead (lib/engine/open).
      NEXT_MANUAL_SIG_HANDLE: 'true',
      // glibc gives each thread an arena of its own, and what one has freed no other takes.
      MALLOC_ARENA_MAX: childEnvironment({}).MALLOC_ARENA_MAX ?? '2',
      NEXT_TELEMETRY_DISABLED: '1',
    }),
  })
  child.stdout?.pipe(process.stdout)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  const ended = new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
  const code = await Promise.race([ended, announce(child, settings)])
  process.exit(code ?? (await ended))
}

/** A machine with less memory has a lower bound by itself; who says one in NODE_OPTIONS is heard. */
function bound(command: 'start' | 'dev'): string[] {
  const isSaid = /--max[-_]old[-_]space[-_]size/.test(childEnvironment({}).NODE_OPTIONS ?? '')
  if (command === 'dev' || isSaid) return []
  return [`--max-old-space-size=${Math.min(HEAP_MB, Math.floor(getHeapStatistics().heap_size_limit / 2 ** 20))}`]
}

function isTaken(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const trial = createServer()
    trial.once('error', () => resolve(true))
    trial.listen(port, host, () => trial.close(() => resolve(false)))
  })
}

async function announce(child: ChildProcess, { host, port, veniceBaseUrl }: Environment): Promise<undefined> {
  const address = addressAt(host, port)
  await untilHealthy(child, address)
  say(`\nSquero is at ${address}`)
  const further = [...currentDoors().addresses.values()].filter((one) => !isLoopback(new URL(one).hostname))
  if (further.length > 0) say(`and answers, with its password, at ${[...new Set(further)].join(', ')}`)
  else if (!isLoopback(host))
    say('Other machines are refused until their address of it is in SQUERO_HOSTS or Settings.')
  if (further.some((one) => one.startsWith('http:'))) say('Over plain http, a password can be read on the way.')
  say(
    studioKey() === null
      ? 'The sandbox is on: nothing is spent. Set a key in Settings, or VENICE_API_KEY in .env, to use Venice.'
      : `The key is set: clips are bought at ${isVenice(veniceBaseUrl) ? 'Venice' : veniceBaseUrl}.`,
  )
}

/** How this machine reaches it. */
function addressAt(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::') return `http://127.0.0.1:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

async function untilHealthy(child: ChildProcess, address: string): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(`${address}/api/health`).catch(() => null)
    if (answer?.ok) return
    await sleep(200)
  }
  fail('Squero did not start: what it says stands above.')
}
