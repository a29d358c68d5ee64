import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { systemClock } from '@/lib/clock'
import { dayOf } from '@/lib/money/day'
import { startSandboxProcess } from '@/tests/support/app'
import { judge } from '@/tests/support/judge'
import { readStudioBooks, type StudioGeneration } from '@/tests/support/studio-books'

const FAKETIME = '/usr/bin/faketime'
const MODEL = 'vetro-mini-text-to-video'
const KEY = 'clock-key-1d20'
const DAY = 24 * 3_600_000

const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
})

// libfaketime is Debian's package; the same jumps of an injected clock are in 12-clocks.
describe.skipIf(!existsSync(FAKETIME))('promise 12: a real process three years ahead', () => {
  it('goes on with what was bought before, and puts the new reserve on its own day', async () => {
    const sandbox = await startSandboxProcess({ key: KEY, speed: 10 })
    const dataDir = mkdtempSync(join(tmpdir(), 'squero-clocks-'))
    const env = { VENICE_API_KEY: KEY, VENICE_API_BASE_URL: sandbox.url, SQUERO_DATA_DIR: dataDir, TZ: 'UTC' }
    await sandbox.control.fault({ on: 'complete', fault: { kind: 'status', status: 503 }, times: 1000 })

    const now = await startPresser(env)
    await now.press()
    await untilAll(dataDir, ['processing', 'receiving', 'stored'], 1)
    await now.kill()
    const ahead = await startPresser({ ...env, ...threeYearsAhead() })
    await ahead.press()
    await untilAll(dataDir, ['stored'], 2)
    await ahead.kill()
    await sandbox.control.clearFaults()
    const back = await startPresser(env)
    await untilAll(dataDir, ['done'], 2)
    await back.kill()

    const { generations } = readStudioBooks(dataDir)
    const days = [0, 1095 * DAY].map((later) => dayOf(systemClock() + later, 'UTC'))
    expect(generations.map(({ day }) => day).sort()).toEqual(days)
    expect(judge({ sandboxDir: sandbox.dir, dataDir, intents: generations, settled: true })).toEqual([])
    await sandbox.kill()
  }, 180_000)
})

/**
 * The variables the tool sets. Not the tool itself: it stays between us and the process, and a kill would strike it
 * alone. Timers run on the monotonic clock, which no jump of the day's time moves.
 */
function threeYearsAhead(): Record<string, string> {
  const shown = execFileSync(FAKETIME, ['-f', '+1095d', 'env'], { encoding: 'utf8' })
  const preload = shown.split('\n').find((line) => line.startsWith('LD_PRELOAD=')) ?? ''
  return { LD_PRELOAD: preload.replace('LD_PRELOAD=', ''), FAKETIME: '+1095d', FAKETIME_DONT_FAKE_MONOTONIC: '1' }
}

/** A studio that presses Generate once when told to. */
async function startPresser(env: Record<string, string>) {
  const args = ['--conditions=react-server', '--import', 'tsx', 'tests/support/press-many.ts', MODEL, '1']
  const child = spawn(process.execPath, args, {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  children.push(child)
  const ended = new Promise((resolve) => child.on('exit', resolve))
  const said: string[] = []
  createInterface({ input: child.stdout }).on('line', (line) => said.push(line))
  const until = async (wanted: string) => {
    while (!said.includes(wanted)) await sleep(20)
  }
  await until('ready')
  return {
    async press() {
      child.stdin.write('go\n')
      await until('["accepted"]')
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

async function untilAll(dataDir: string, states: StudioGeneration['state'][], howMany: number): Promise<void> {
  await expect
    .poll(() => readStudioBooks(dataDir).generations.filter(({ state }) => states.includes(state)).length, {
      timeout: 30_000,
      interval: 100,
    })
    .toBe(howMany)
}
