import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { studioAccount } from '@/lib/account'
import { backUp } from '@/lib/backup/back-up'
import { restoreBackup } from '@/lib/backup/restore'
import { openAsItIs } from '@/lib/db/as-it-is'
import { studioDb } from '@/lib/db/client'
import { pauseSending, resumeSending } from '@/lib/generations/line'
import { submitGeneration } from '@/lib/generations/submit'
import { examine } from '@/lib/library/doctor/examine'
import { mediaFolderIn } from '@/lib/media/folder'
import { startEngineProcess, startSandboxProcess } from '@/tests/support/app'
import { type Confirmed, judge } from '@/tests/support/judge'
import { pricedIntent, smallestInput } from '@/tests/support/studio'
import { readGenerations, readStudioBooks } from '@/tests/support/studio-books'

const KEY = 'backed-up-4c1d'
const MODEL = 'vetro-mini-text-to-video'
const LINKED = 'barena-1-text-to-video'
const JOBS = 20
const SLOWLY = 0.3
const AT_ONCE = 1000

const folder = mkdtempSync(join(tmpdir(), 'squero-while-'))
const [dataDir, restored] = [join(folder, 'data'), join(folder, 'restored')]
const sandbox = await startSandboxProcess({ key: KEY, speed: AT_ONCE, balance: 10_000 })
const vendor = { url: sandbox.url, key: KEY }
Object.assign(process.env, { VENICE_API_KEY: KEY, VENICE_API_BASE_URL: sandbox.url, SQUERO_DATA_DIR: dataDir })

afterAll(async () => {
  await sandbox.kill()
  for (const one of [folder, sandbox.dir]) rmSync(one, { recursive: true, force: true })
})

async function press(model: string, prompt: string): Promise<Confirmed> {
  const intent = await pricedIntent(await smallestInput(model, prompt), randomUUID())
  expect(await submitGeneration(intent)).toMatchObject({ kind: 'accepted' })
  return { id: intent.id, modelId: model, prompt }
}

const countOf = (where: string, state: string, ids: readonly string[]) =>
  readGenerations(where, ids).filter((row) => row.state === state).length
const idsOf = (all: readonly Confirmed[]) => all.map(({ id }) => id)

test(`a backup taken while ${JOBS} jobs run, one arrives and some wait: restored elsewhere they go on, and nothing is sent twice`, async () => {
  await studioAccount()
  const db = await studioDb()
  // A kept clip, one on its way, slowly; then jobs that the vendor works on; then some that wait.
  const kept = await press(MODEL, 'kept')
  const arriving = await press(LINKED, 'arriving')
  await sandbox.control.fault({ on: 'download', fault: { kind: 'drip', bytes: 1024, everyMs: 150 }, times: 1 })
  const old = await startEngineProcess(dataDir, vendor)
  const isSafe = async () => {
    const row = await db.generation.findUniqueOrThrow({ where: { id: arriving.id }, select: { partial: true } })
    return row.partial !== null
  }
  await expect.poll(() => countOf(dataDir, 'done', [kept.id]), { timeout: 60_000 }).toBe(1)
  await expect.poll(isSafe, { timeout: 60_000 }).toBe(true)
  await sandbox.control.set('speed', { speed: SLOWLY })
  const running = await Promise.all(Array.from({ length: JOBS }, (_, at) => press(MODEL, `running ${at}`)))
  await expect.poll(() => countOf(dataDir, 'processing', idsOf(running)), { timeout: 90_000 }).toBe(JOBS)
  await pauseSending()
  const waiting = [await press(MODEL, 'waiting 1'), await press(MODEL, 'waiting 2'), await press(MODEL, 'waiting 3')]

  const made = await backUp({ dataDir, into: join(folder, 'backups'), now: Date.now(), squero: '0.0.0' })
  expect(made.manifest.missing).toEqual([])

  // The old studio lives on a while: what waited at the backup is sent after it.
  await resumeSending()
  await expect.poll(() => countOf(dataDir, 'processing', idsOf(waiting)), { timeout: 60_000 }).toBe(waiting.length)
  await old.kill()
  expect(readGenerations(dataDir, [arriving.id])[0]?.state).toBe('receiving')
  const sold = await sandbox.control.jobs()
  expect(sold).toHaveLength(2 + JOBS + waiting.length)

  const { manifest, ...counted } = await restoreBackup({
    from: made.folder,
    dataDir: restored,
    migrations: 'prisma/migrations',
    now: Date.now(),
  })
  expect(manifest.files.some(({ path }) => path.endsWith('.part'))).toBe(true)
  expect(counted).toEqual({ leftOut: [], generations: 2 + JOBS + waiting.length, waiting: waiting.length })

  await sandbox.control.set('speed', { speed: AT_ONCE })
  const next = await startEngineProcess(restored, vendor)
  const going = [kept, arriving, ...running]
  await expect.poll(() => countOf(restored, 'done', idsOf(going)), { timeout: 120_000 }).toBe(going.length)
  await next.stop()

  // Nothing that waited was sent, and nothing that was bought is bought again.
  expect(countOf(restored, 'waiting', idsOf(waiting))).toBe(waiting.length)
  const charges = await sandbox.control.ledger()
  expect(charges.filter(({ kind }) => kind === 'charge')).toHaveLength(sold.length)
  const since = sold.filter(({ prompt }) => prompt.startsWith('waiting')).map(({ queueId }) => queueId)
  expect(since).toHaveLength(waiting.length)
  const scene = { sandboxDir: sandbox.dir, dataDir: restored, intents: [...going, ...waiting], ignore: new Set(since) }
  expect(judge({ ...scene, settled: false })).toEqual([])
  const books = readStudioBooks(restored)
  expect(books.damage).toEqual([])
  // The first bytes were not fetched again.
  const gets = (await sandbox.control.requests()).filter(({ route }) => route === 'download')
  expect(gets.map(({ status }) => status)).toEqual([200, 206])

  const found = []
  const looked = await openAsItIs(restored)
  const check = { db: looked, folder: mediaFolderIn(restored), deep: true, now: Date.now() }
  for await (const finding of examine(check)) if (!finding.note) found.push(finding)
  expect(found).toEqual([])
  await Promise.all([looked.$disconnect(), db.$disconnect()])
}, 400_000)
