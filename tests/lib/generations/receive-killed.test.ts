import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type Db, openDb } from '@/lib/db/client'
import { LINK_GETS } from '@/lib/generations/fetch-link'
import { readPartial } from '@/lib/generations/partial'
import { newFolder, startEngineProcess, startSandboxProcess } from '@/tests/support/app'
import { paidJob } from '@/tests/support/paid-job'

const KEY = 'killed'
const MB = 1024 ** 2
const MODEL = 'barena-1-text-to-video'

const dataDir = newFolder()
const vendor = { ...(await startSandboxProcess({ key: KEY, speed: 400 })), key: KEY }

afterAll(async () => {
  await vendor.kill()
  rmSync(dataDir, { recursive: true, force: true })
})

test('promise 9: a studio killed in mid-download goes on there: the right bytes, and no fifth GET', async () => {
  const { link, queueId } = await bought()
  await vendor.control.set('footage', { padBytes: 24 * MB })
  const film = Buffer.from(await (await fetch(link)).arrayBuffer())
  // About 3 MB a second, so that there is a middle.
  const drip = { kind: 'drip', bytes: 65_536, everyMs: 20 }
  await vendor.control.fault({ on: 'download', fault: drip, times: 3 })
  let engine = await startEngineProcess(dataDir, vendor)
  const db = await openDb(dataDir)
  const id = await recorded(db, queueId, link)
  let before = 0
  for (let kills = 0; kills < 2; kills++) {
    await expect.poll(() => safeBytes(db, id), { timeout: 60_000 }).toBeGreaterThan(before)
    before = await safeBytes(db, id)
    await engine.kill()
    await db.generation.update({ where: { id }, data: { leaseOwner: null, leaseUntil: null } })
    engine = await startEngineProcess(dataDir, vendor)
  }
  await expect.poll(() => stateOf(db, id), { timeout: 60_000 }).toBe('done')
  await engine.stop()
  const row = await db.generation.findUniqueOrThrow({ where: { id } })
  expect(row.assetHash).toBe(createHash('sha256').update(film).digest('hex'))
  expect(readFileSync(join(dataDir, 'media/clips', `${row.assetHash}.mp4`)).equals(film)).toBe(true)
  const gets = (await vendor.control.requests()).filter((request) => request.route === 'download')
  // Ours above, the first one, and then only what was still missing.
  expect(gets.slice(0, 2).map((get) => get.status)).toEqual([200, 200])
  expect(new Set(gets.slice(2).map((get) => get.status))).toEqual(new Set([206]))
  expect(gets.length).toBeLessThanOrEqual(LINK_GETS)
  await db.$disconnect()
}, 300_000)

/** A clip bought and filmed at the vendor, and the link to it. */
async function bought(): Promise<{ link: string; queueId: string }> {
  const { queue_id: queueId, download_url: link } = await asked('queue', {
    model: MODEL,
    prompt: 'killed in the middle',
    duration: '5s',
    resolution: '480p',
  })
  await expect
    .poll(async () => (await asked('retrieve', { model: MODEL, queue_id: queueId })).status, {
      timeout: 90_000,
      interval: 1000,
    })
    .toBe('COMPLETED')
  return { link: String(link), queueId: String(queueId) }
}

async function asked(call: string, body: object): Promise<Record<string, unknown>> {
  const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' }
  const answer = await fetch(`${vendor.url}/video/${call}`, { method: 'POST', headers, body: JSON.stringify(body) })
  return answer.json()
}

async function recorded(db: Db, queueId: string, downloadUrl: string): Promise<string> {
  const account = await db.account.findFirstOrThrow()
  const data = { ...paidJob(account.id), modelId: MODEL, queueId, downloadUrl }
  return (await db.generation.create({ data })).id
}

const stateOf = async (db: Db, id: string) => (await db.generation.findUniqueOrThrow({ where: { id } })).state

const safeBytes = async (db: Db, id: string) =>
  readPartial((await db.generation.findUniqueOrThrow({ where: { id } })).partial)?.bytes ?? 0
