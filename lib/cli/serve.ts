import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fail, NEXT, say } from '@/lib/cli/prepare'
import { childEnvironment, type Environment, isVenice } from '@/lib/env'

/** Runs Next until it ends, hands signals on to it, and says where the studio is once it answers. */
export async function serve(command: 'start' | 'dev', settings: Environment): Promise<void> {
  const { host, port } = settings
  if (await isTaken(host, port)) fail(`Port ${port} is taken: something else listens there. Set PORT to another one.`)
  const child = spawn(process.execPath, [NEXT, command, '--hostname', host, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: childEnvironment({
      HOST: host,
      PORT: String(port),
      // Next would cut a running purchase off at SIGTERM; the engine drains instead (lib/engine/open).
      NEXT_MANUAL_SIG_HANDLE: 'true',
      NEXT_TELEMETRY_DISABLED: '1',
    }),
  })
  child.stdout?.pipe(process.stdout)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  const ended = new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
  const code = await Promise.race([ended, announce(child, settings)])
  process.exit(code ?? (await ended))
}

function isTaken(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const trial = createServer()
    trial.once('error', () => resolve(true))
    trial.listen(port, host, () => trial.close(() => resolve(false)))
  })
}

async function announce(child: ChildProcess, { host, port, ...settings }: Environment): Promise<undefined> {
  const address = `http://${host === '::1' ? '[::1]' : host}:${port}`
  await untilHealthy(child, address)
  say(`\nSquero is at ${address}`)
  say(
    settings.veniceApiKey === null
      ? 'The sandbox is on: nothing is spent. Set VENICE_API_KEY in .env to use Venice.'
      : `The key is set: clips are bought at ${isVenice(settings.veniceBaseUrl) ? 'Venice' : settings.veniceBaseUrl}.`,
  )
}

async function untilHealthy(child: ChildProcess, address: string): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(`${address}/api/health`).catch(() => null)
    if (answer?.ok) return
    await sleep(200)
  }
  fail('Squero did not start: what it says stands above.')
}
