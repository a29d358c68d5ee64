import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { studioVenice } from '@/lib/account-venice'
import { systemClock } from '@/lib/clock'
import { createBudget } from '@/lib/engine/budget'
import { LEASE } from '@/lib/engine/claim'
import { startEngine } from '@/lib/engine/engine'
import { mediaFolder } from '@/lib/generations/media-folder'
import { submitGeneration } from '@/lib/generations/submit'
import { startSandboxProcess } from '@/tests/support/app'
import { judge } from '@/tests/support/judge'
import { openTestStudio, pricedIntent, smallestInput } from '@/tests/support/studio'

const KEY = 'owners-key-0123456789'
const MODEL = 'vetro-mini-text-to-video'
/** As many as may be sent in one minute. */
const JOBS = 36
const ROUNDS = 8

let sandbox: Awaited<ReturnType<typeof startSandboxProcess>>
let studio: Awaited<ReturnType<typeof openTestStudio>>
const workers: ChildProcess[] = []

beforeAll(async () => {
  sandbox = await startSandboxProcess({ key: KEY, speed: 500 })
  studio = await openTestStudio({ VENICE_API_KEY: KEY, VENICE_API_BASE_URL: sandbox.url })
})
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL')
  await sandbox.kill()
})

it('promise 6: three workers, each paused past its lease in turn, send and keep every job exactly once', async () => {
  await sandbox.control.fault({ on: 'queue', fault: { kind: 'delay', ms: 500 }, times: JOBS })
  const intents = []
  for (let at = 0; at < JOBS; at++) {
    const intent = await pricedIntent(await smallestInput(MODEL, `One of ${JOBS}, number ${at % 6}`))
    expect(await submitGeneration(intent)).toMatchObject({ kind: 'accepted' })
    intents.push({ id: intent.id, modelId: MODEL, prompt: intent.input.prompt })
  }
  const pair = [await worker(), await worker()]
  for (let round = 0; round < ROUNDS; round++) {
    const paused = pair[round % 2]
    paused?.kill('SIGSTOP')
    await workAhead(1500)
    paused?.kill('SIGCONT')
  }
  await expect
    .poll(() => studio.db.generation.count({ where: { state: 'done' } }), { timeout: 150_000, interval: 500 })
    .toBe(JOBS)
  for (const one of workers) one.kill('SIGKILL')

  const { dataDir } = studio
  expect(judge({ sandboxDir: sandbox.dir, dataDir, intents, settled: true })).toEqual([])
  const sends = (await sandbox.control.requests()).filter(({ route }) => route === 'queue')
  expect(sends).toHaveLength(JOBS)
  expect(await sandbox.control.ledger()).toHaveLength(JOBS)
  expect(await studio.db.ledgerEntry.groupBy({ by: ['kind'], _count: true, orderBy: { kind: 'asc' } })).toEqual([
    { kind: 'charge', _count: JOBS },
    { kind: 'reserve', _count: JOBS },
  ])
}, 240_000)

/** A worker for whom every lease of the others has run out: what it finds is what is found after a long pause. */
async function workAhead(ms: number): Promise<void> {
  const { id: accountId } = studio.account
  const engine = startEngine({
    accountId,
    owner: randomUUID(),
    db: studio.db,
    venice: await studioVenice(),
    folder: await mediaFolder(),
    budget: createBudget(studio.db, accountId),
    now: () => systemClock() + 1.5 * LEASE,
  })
  await sleep(ms)
  await engine.stop()
}

async function worker(): Promise<ChildProcess> {
  const args = ['--conditions=react-server', '--import', 'tsx', 'tests/support/engine-process.ts']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env: process.env })
  workers.push(child)
  await once(child.stdout, 'data')
  child.stdout.resume()
  return child
}
