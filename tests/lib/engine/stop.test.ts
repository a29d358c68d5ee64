import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { studioDb } from '@/lib/db/client'
import { readPartial } from '@/lib/generations/partial'
import { submitGeneration } from '@/lib/generations/submit'
import { newFolder, startSandboxProcess, startStoppingProcess } from '@/tests/support/app'
import { judge } from '@/tests/support/judge'
import { pricedIntent, smallestInput } from '@/tests/support/studio'

const KEY = 'stopping-51ce'
const PLAIN = 'vetro-mini-text-to-video'
const LINKED = 'barena-1-text-to-video'
/** What service managers give a process, ms. */
const TEN_SECONDS = 10_000
const PROMPT = ['arrives slowly', 'never answered', 'also in line', 'in line'] as const

const dataDir = newFolder()
const sandbox = await startSandboxProcess({ key: KEY, speed: 1000 })
const vendor = { url: sandbox.url, key: KEY }
Object.assign(process.env, { VENICE_API_KEY: KEY, VENICE_API_BASE_URL: sandbox.url, SQUERO_DATA_DIR: dataDir })
const db = await studioDb()

afterAll(async () => {
  await db.$disconnect()
  await sandbox.kill()
  for (const folder of [dataDir, sandbox.dir]) rmSync(folder, { recursive: true, force: true })
})

async function press(model: string, prompt: string) {
  const intent = await pricedIntent(await smallestInput(model, prompt), randomUUID())
  expect(await submitGeneration(intent)).toMatchObject({ kind: 'accepted' })
  return { id: intent.id, modelId: model, prompt }
}

const rowOf = (id: string) => db.generation.findUniqueOrThrow({ where: { id }, include: { attempts: true } })
const stateOf = async (id: string) => (await rowOf(id)).state

async function stopInTime(studio: Awaited<ReturnType<typeof startStoppingProcess>>): Promise<number> {
  const from = performance.now()
  expect(await studio.stop()).toBe(0)
  return performance.now() - from
}

test('with nothing under way a studio stops soon', async () => {
  const studio = await startStoppingProcess(dataDir, vendor)
  expect(await stopInTime(studio)).toBeLessThan(5000)
})

test('told to stop with a download, a send without an answer and a line of jobs, it is gone within ten seconds, sends nothing more, and the next start goes on', async () => {
  const on = (route: string, fault: object, words: string) =>
    sandbox.control.fault({ on: route, fault, match: { promptIncludes: words } })
  await sandbox.control.fault({ on: 'download', fault: { kind: 'drip', bytes: 1024, everyMs: 150 }, times: 1 })
  await on('queue', { kind: 'stall', when: 'after' }, PROMPT[1])
  const arriving = await press(LINKED, PROMPT[0])
  const unanswered = await press(PLAIN, PROMPT[1])
  const first = await startStoppingProcess(dataDir, vendor)
  await expect.poll(async () => (await rowOf(arriving.id)).partial !== null, { timeout: 60_000 }).toBe(true)
  await expect.poll(() => stateOf(unanswered.id), { timeout: 60_000 }).toBe('submitting')

  const stopped = stopInTime(first)
  // Pressed while it stops: in the line, and not sent.
  const late = [await press(PLAIN, PROMPT[2]), await press(PLAIN, PROMPT[3])]
  expect(await stopped).toBeLessThan(TEN_SECONDS)

  const left = await rowOf(arriving.id)
  expect(left).toMatchObject({ state: 'receiving', leaseOwner: null })
  expect(readPartial(left.partial)).toMatchObject({ atRest: true })
  expect(await stateOf(unanswered.id)).toBe('submitting')
  const queued = (await sandbox.control.requests()).filter(({ route }) => route === 'queue')
  expect(queued).toHaveLength(2)
  for (const { id } of late) expect(await rowOf(id)).toMatchObject({ state: 'waiting', attempts: [] })

  const second = await startStoppingProcess(dataDir, vendor)
  for (const { id } of [arriving, ...late]) {
    await expect.poll(() => stateOf(id), { timeout: 60_000 }).toBe('done')
  }
  expect(await stateOf(unanswered.id)).toBe('uncertain')
  await stopInTime(second)
  const intents = [arriving, unanswered, ...late]
  expect(judge({ sandboxDir: sandbox.dir, dataDir, intents, settled: true })).toEqual([])
  expect((await sandbox.control.ledger()).filter(({ kind }) => kind === 'charge')).toHaveLength(4)
}, 240_000)
