import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { GET as health } from '@/app/api/health/route'
import { GET as system } from '@/app/api/system/route'
import { engineBeat, isBeating } from '@/lib/engine/beat'
import { pauseSending } from '@/lib/generations/line'
import { mediaFolder } from '@/lib/generations/media-folder'
import type { Health, SystemView } from '@/lib/system/view'
import { studioVersion } from '@/lib/version'
import { startSandboxProcess } from '@/tests/support/app'
import { openTestStudio, press, pricedIntent, smallestInput, untilState } from '@/tests/support/studio'

const KEY = 'canary-key-7b20'
const sandbox = await startSandboxProcess({ key: KEY, speed: 400 })
const studio = await openTestStudio({ VENICE_API_KEY: KEY, VENICE_API_BASE_URL: sandbox.url })
let running: Awaited<ReturnType<typeof studio.start>> | undefined

afterAll(async () => {
  await running?.stop()
  await sandbox.kill()
})

async function ask(): Promise<{ status: number; told: Health }> {
  const answer = await health()
  return { status: answer.status, told: await answer.json() }
}
const codesOf = ({ told }: { told: Health }) => told.reasons.map(({ code }) => code)

async function look(): Promise<SystemView> {
  const answer = await system(new Request('http://127.0.0.1/api/system'))
  expect(answer.status).toBe(200)
  return answer.json()
}

test('before its engine runs the studio lives and is not ready, and says why', async () => {
  const { status, told } = await ask()
  expect(status).toBe(503)
  expect(told).toEqual({
    live: true,
    ready: false,
    reasons: [{ code: 'engine', sentence: expect.stringContaining('nothing moves on') }],
    warnings: [],
  })
})

describe('a studio that runs', () => {
  beforeAll(async () => {
    running = await studio.start()
    await vi.waitUntil(() => engineBeat().at !== null)
  })

  test('is ready', async () => {
    expect(await ask()).toEqual({ status: 200, told: { live: true, ready: true, reasons: [], warnings: [] } })
  })

  test('is not while its media folder is gone', async () => {
    const { clips } = await mediaFolder()
    renameSync(clips, `${clips}-away`)
    const asked = await ask()
    renameSync(`${clips}-away`, clips)
    expect([asked.status, codesOf(asked)]).toEqual([503, ['media-folder']])
    expect((await ask()).status).toBe(200)
  })

  test('is not while its database does not answer', async () => {
    let done = () => {}
    const held = studio.db.$transaction(
      () =>
        new Promise<void>((resolve) => {
          done = resolve
        }),
      { timeout: 30_000 },
    )
    await sleep(50)
    const asked = await ask()
    done()
    await held
    expect([asked.status, codesOf(asked)]).toEqual([503, ['database']])
    expect((await ask()).status).toBe(200)
  })

  test('tells nothing secret, and no place on this machine', async () => {
    const told = `${JSON.stringify((await ask()).told)}${JSON.stringify(await look())}`
    for (const secret of [KEY, Buffer.from(KEY).toString('base64'), studio.dataDir, join('media', 'clips')]) {
      expect(told).not.toContain(secret)
    }
  })
})

describe('the system', () => {
  test('tells versions, disk, database, engine and what the API answered last', async () => {
    const { id } = await pricedIntent(await smallestInput('barena-1-text-to-video', 'Fog')).then(async (intent) => {
      expect(await press(intent)).toMatchObject({ kind: 'accepted' })
      return intent
    })
    await untilState(id, ['done'])
    const row = await studio.db.generation.findUniqueOrThrow({ where: { id }, include: { asset: true } })
    const view = await look()
    expect(view.versions[0]).toEqual({ name: 'Squero', version: studioVersion() })
    expect(view.disk).toMatchObject({ media: Number(row.asset?.bytes), files: 1, reserve: 512 * 1024 ** 2 })
    expect(view.database).toMatchObject({ generations: 1 })
    expect(view.database.bytes).toBeGreaterThan(100_000)
    expect(view.engine).toMatchObject({ beats: true, waiting: 0, paused: false })
    const answers = view.upstream.answers.map(({ call, status }) => `${call} ${status}`)
    expect(answers).toContain('POST /video/queue 200')
    expect(answers).toContain('GET download 200')
    expect(view.upstream.queue).toEqual({ used: 1, perMinute: 40 })
    expect(view.upstream.host).toBe(new URL(sandbox.url).host)
  })

  test('has the database read through, in another process', async () => {
    await expect.poll(async () => (await look()).database.integrity, { timeout: 20_000 }).toMatchObject({ faults: [] })
  })

  test('says in words what the person should know', async () => {
    await pauseSending()
    const intent = await pricedIntent(await smallestInput('vetro-mini-text-to-video', 'Later'))
    await press(intent)
    const { ready, remarks } = await look()
    expect(ready).toBe(true)
    const sentences = remarks.map(({ sentence }) => sentence)
    expect(sentences).toContain('Sending is paused: 1 job waits until you resume.')
  })
})

test('an engine that has not looked for work for a minute is not beating, whichever way the clock jumps', () => {
  const at = Date.UTC(2026, 10, 29)
  const beat = { at, inHand: 0, failingSince: null }
  expect([0, 59_000, 61_000, -59_000, -61_000].map((later) => isBeating(beat, at + later))).toEqual([
    true,
    true,
    false,
    true,
    false,
  ])
  expect(isBeating({ ...beat, at: null }, at)).toBe(false)
})
