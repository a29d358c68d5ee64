import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startSandboxProcess } from '@/tests/support/app'
import { bought, linesOf, type TestStudio, talliedOf } from '@/tests/support/history'
import { openTestStudio } from '@/tests/support/studio'

let sandbox: Awaited<ReturnType<typeof startSandboxProcess>>
let studio: TestStudio
let stop: () => Promise<void>

beforeAll(async () => {
  sandbox = await startSandboxProcess({ key: 'history-key-0123456789', speed: 200 })
  studio = await openTestStudio({ VENICE_API_KEY: 'history-key-0123456789', VENICE_API_BASE_URL: sandbox.url })
  stop = (await studio.start()).stop
})
afterAll(async () => {
  await stop()
  await sandbox.kill()
})

/** A process that compares once; killed so many ms after it began to, or left to end. */
async function compareApart(minutes: number, killAfterMs: number | null): Promise<void> {
  const args = ['--conditions=react-server', '--import', 'tsx', 'tests/support/compare-once.ts', String(minutes)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let complaints = ''
  child.stderr.on('data', (chunk) => (complaints += String(chunk)))
  const ended = once(child, 'exit')
  await once(child.stdout, 'data')
  if (killAfterMs === null) return expect([await ended, complaints]).toEqual([[0, null], ''])
  await sleep(killAfterMs)
  child.kill('SIGKILL')
  await ended
}

it('several processes, most of them killed at any moment, leave each job corrected once and each entry kept once', async () => {
  await studio.control.set('usage', { factor: 1.5, delayMs: 0 })
  const jobs = await Promise.all([1, 2, 3].map((n) => bought('vetro-mini-text-to-video', `killed ${n}`)))
  for (const [turn, killAfterMs] of [5, 15, 30, 60, 120].entries()) await compareApart(20 + turn, killAfterMs)
  await Promise.all([compareApart(30, null), compareApart(31, null)])
  await compareApart(40, null)

  for (const { id, quoted } of jobs) {
    expect(await linesOf(studio, id)).toEqual([
      ['reserve', quoted, 'press'],
      ['charge', quoted, 'quote'],
      ['correction', Math.round(quoted * 1.5) - quoted, 'history'],
    ])
  }
  const entries = await studio.db.usageEntry.findMany()
  expect(new Set(entries.map((entry) => entry.generationId)).size).toBe(3)
  expect(entries).toHaveLength(3)
  const sold = await studio.control.ledger()
  expect(await talliedOf(studio)).toBe(sold.reduce((sum, line) => sum + line.microUsd, 0))
})
