import { rmSync, statSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaClient } from '@/lib/generated/prisma/client'
import { measureArchive } from '@/tests/perf/archive'
import { report } from '@/tests/perf/measure'
import { type App, startApp, startSandboxProcess } from '@/tests/support/app'
import { paidJob } from '@/tests/support/paid-job'
import { watchRss } from '@/tests/support/rss'

// promise 14, from outside: the studio as `npm start` runs it takes in four clips of 500 MB at once, two behind links
// and two in the body of the answer, while four viewers read an earlier one slowly, here and there.
// npx tsx tests/perf/memory.ts, or a part of npm run bench. Needs Linux, and 10 GB of disk until it ends.

const KEY = 'memory'
const MB = 1024 ** 2
const CLIP_BYTES = 500 * MB
const VIEWERS = 4
/** A viewer takes so much, then leaves and goes elsewhere. Bytes. */
const SEEK_AFTER = 4 * MB
const LINKED = 'barena-1-text-to-video'
const IN_BODY = 'lagoon-1-fast-text-to-video'

type Vendor = Awaited<ReturnType<typeof startSandboxProcess>>

/** Prints `rss_before`, `rss_peak` and `rss_growth` in MB; then, of the same clips, what `measureArchive` does. */
export async function measureMemory(): Promise<void> {
  const vendor = await startSandboxProcess({ key: KEY, speed: 400 })
  const app = await startApp({ env: { VENICE_API_KEY: KEY, VENICE_API_BASE_URL: vendor.url } })
  const file = join(app.dataDir, 'squero.db')
  const adapter = new PrismaBetterSqlite3({ url: `file:${file}`, timeout: 10_000 }, { timestampFormat: 'unixepoch-ms' })
  const db = new PrismaClient({ adapter })
  try {
    await measure(app, vendor, db)
  } finally {
    await db.$disconnect()
    await app.kill()
    await vendor.kill()
    rmSync(app.dataDir, { recursive: true, force: true })
  }
}

async function measure(app: App, vendor: Vendor, db: PrismaClient): Promise<void> {
  const [first, second, ...four] = await Promise.all(
    [IN_BODY, LINKED, LINKED, LINKED, IN_BODY, IN_BODY].map((model, at) => filmed(vendor, model, `Footage ${at}`)),
  )
  if (!first || !second) throw new Error('Nothing was filmed.')
  // Everything is loaded and has run once, on small clips.
  const [small] = await receive(db, [first])
  await (await fetch(`${app.url}/api/media/${small}`)).arrayBuffer()
  const watch = watchRss(app.pid)
  const before = watch.now()
  await vendor.control.set('footage', { padBytes: CLIP_BYTES })
  const [watched] = await receive(db, [second])
  const viewing = view(`${app.url}/api/media/${watched}`)
  const from = performance.now()
  const hashes = await receive(db, four)
  const seconds = (performance.now() - from) / 1000
  const viewed = await viewing.stop()
  watch.stop()
  checkWhole(app, hashes)
  await checkAtOnce(db, hashes)
  report('memory_downloads', hashes.length, 'x 500 MB')
  report('memory_downloads_took', seconds, 's')
  report('memory_viewed', viewed / MB, 'MB')
  report('rss_before', before / MB, 'MB')
  report('rss_peak', watch.peak() / MB, 'MB')
  report('rss_growth', (watch.peak() - before) / MB, 'MB')
  const rows = await db.generation.findMany({ where: { assetHash: { in: hashes } }, select: { id: true } })
  await measureArchive(app, { ids: rows.map(({ id }) => id), hashes })
}

interface Bought {
  model: string
  queue_id: string
  download_url?: string
}

/** A job that is bought and filmed, small as yet. */
async function filmed(vendor: Vendor, model: string, prompt: string): Promise<Bought> {
  const bought: Bought = await (await ask(vendor, 'queue', { model, prompt, duration: '5s' })).json()
  for (;;) {
    const answer = await ask(vendor, 'retrieve', { model, queue_id: bought.queue_id })
    const text = answer.headers.get('content-type')?.includes('json') ? await answer.text() : 'COMPLETED'
    if (text.includes('COMPLETED')) return bought
    await sleep(500)
  }
}

function ask(vendor: Vendor, call: string, body: object): Promise<Response> {
  const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' }
  return fetch(`${vendor.url}/video/${call}`, { method: 'POST', headers, body: JSON.stringify(body) })
}

/** Hands jobs to the studio at the point where they are paid and running; gives their clips once it keeps them. */
async function receive(db: PrismaClient, jobs: Bought[]): Promise<string[]> {
  const account = await db.account.findFirstOrThrow({ where: { sandbox: false } })
  const ids = jobs.map(() => crypto.randomUUID())
  await db.generation.createMany({ data: jobs.map((job, at) => rowOf(ids[at] ?? '', account.id, job)) })
  for (;;) {
    const rows = await db.generation.findMany({ where: { id: { in: ids } } })
    const hashes = rows.flatMap((row) => (row.assetHash === null ? [] : [row.assetHash]))
    if (hashes.length === jobs.length) return hashes
    const stuck = rows.find((row) => row.problem !== null)
    if (stuck) throw new Error(`${stuck.state}: ${JSON.stringify(stuck.problem)}`)
    await sleep(200)
  }
}

function rowOf(id: string, accountId: string, job: Bought) {
  const bought = { modelId: job.model, queueId: job.queue_id, downloadUrl: job.download_url ?? null }
  return { ...paidJob(accountId), id, state: 'processing' as const, ...bought }
}

/** Four viewers of one clip, until they are stopped; then the bytes they took. */
function view(url: string) {
  let on = true
  const watchers = Array.from({ length: VIEWERS }, async (_, at) => {
    let taken = 0
    while (on) taken += await glance(`${url}`, Math.floor((CLIP_BYTES / VIEWERS) * at))
    return taken
  })
  return {
    async stop() {
      on = false
      return (await Promise.all(watchers)).reduce((sum, bytes) => sum + bytes, 0)
    },
  }
}

/** Reads on from a place at about 2 MB a second, as a player does, then leaves in the middle. */
async function glance(url: string, from: number): Promise<number> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers: { range: `bytes=${from}-` } }, resolve).on('error', reject)
  })
  if (response.statusCode !== 206) throw new Error(`A viewer got ${response.statusCode}.`)
  let taken = 0
  for await (const piece of response) {
    taken += piece.length
    if (taken >= SEEK_AFTER) break
    await sleep(piece.length / 2000)
  }
  return taken
}

/** What was measured must have been the thing: four whole clips of that size, each another. */
function checkWhole(app: App, hashes: string[]): void {
  const sizes = new Set(hashes).size === 4 && hashes.map((hash) => statSync(clipOf(app, hash)).size)
  if (!sizes || sizes.some((size) => size < CLIP_BYTES)) throw new Error(`Not four clips of 500 MB: ${sizes}`)
}

/** The last one had begun before the first one was through. */
async function checkAtOnce(db: PrismaClient, hashes: string[]): Promise<void> {
  const rows = await db.generation.findMany({ where: { assetHash: { in: hashes } } })
  const begun = Math.max(...rows.map((row) => row.mediaReadyAt?.getTime() ?? Number.NaN))
  const through = Math.min(...rows.map((row) => row.storedAt?.getTime() ?? Number.NaN))
  if (!(begun < through)) throw new Error(`The downloads were not at once: ${through - begun} ms.`)
}

const clipOf = (app: App, hash: string) => join(app.dataDir, 'media/clips', `${hash}.mp4`)

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await measureMemory()
