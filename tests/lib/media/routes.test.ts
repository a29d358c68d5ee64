import { mkdtempSync, rmSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { saveDerivative } from '@/app/actions/derivatives'
import * as posterRoute from '@/app/api/media/[hash]/poster/route'
import * as previewRoute from '@/app/api/media/[hash]/preview/route'
import * as clipRoute from '@/app/api/media/[hash]/route'
import * as receivedRoute from '@/app/api/media/received/[id]/route'
import * as underivedRoute from '@/app/api/media/underived/route'
import { studioDb } from '@/lib/db/client'
import { mediaFolder } from '@/lib/generations/media-folder'
import { quarantine } from '@/lib/media/quarantine'
import { storeClip } from '@/lib/media/store'
import { verifyClip } from '@/lib/media/verify'
import { shoot } from '@/tests/support/footage'
import { receiveAll } from '@/tests/support/media-folder'

const dataDir = mkdtempSync(join(tmpdir(), 'squero-routes-'))
const AT = new Date(2024, 4, 6, 12)
const none = 'f'.repeat(64)
let hash = ''
let clip: Uint8Array

beforeAll(async () => {
  vi.stubEnv('SQUERO_DATA_DIR', dataDir)
  clip = await shoot({ width: 128, height: 72, frames: 24 })
  const received = await receiveAll(await mediaFolder(), clip)
  hash = received.hash
  const { path } = await storeClip(received, await mediaFolder())
  const verdict = await verifyClip(path)
  if (!verdict.ok) throw new Error(verdict.why)
  const db = await studioDb()
  const account = { id: 'account-1', baseUrl: 'http://127.0.0.1:1', keyFingerprint: 'x', sandbox: true, createdAt: AT }
  await db.account.create({ data: account })
  await db.asset.create({ data: { hash, bytes: BigInt(clip.length), createdAt: AT, ...verdict.clip } })
  const job = {
    accountId: 'account-1',
    modelId: 'm',
    modelName: 'Vetro Mini',
    prompt: 'Mooring poles at dusk',
    input: {},
    request: {},
    quoteMicroUsd: 1n,
    quotedAt: AT,
    quoteInputs: {},
    day: '2026-11-24',
    position: 0n,
    dueAt: AT,
    createdAt: AT,
  }
  await db.generation.create({ data: { ...job, id: 'job-1a2b', state: 'done', assetHash: hash } })
  await db.generation.create({ data: { ...job, id: 'job-3c4d', state: 'quarantined' } })
})

afterAll(async () => {
  await (await studioDb()).$disconnect()
  rmSync(dataDir, { recursive: true, force: true })
  vi.unstubAllEnvs()
})

const get = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://127.0.0.1:3210${path}`, { headers })
const of = <T>(value: T) => ({ params: Promise.resolve(value) })
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer())

describe('a clip', () => {
  test('is served whole and in parts', async () => {
    const whole = await clipRoute.GET(get(`/api/media/${hash}`), of({ hash }))
    expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'video/mp4'])
    expect(await bytesOf(whole)).toEqual(clip)
    const part = await clipRoute.GET(get(`/api/media/${hash}`, { range: 'bytes=4-7' }), of({ hash }))
    expect([part.status, new TextDecoder().decode(await bytesOf(part))]).toEqual([206, 'ftyp'])
  })

  test('is saved under a telling name', async () => {
    const saved = await clipRoute.GET(get(`/api/media/${hash}?download=job-1a2b`), of({ hash }))
    expect(saved.headers.get('content-disposition')).toContain(
      'attachment; filename="2024-05-06 mooring-poles-at-dusk vetro-mini 1a2b.mp4"',
    )
    const unknown = await clipRoute.GET(get(`/api/media/${hash}?download=nobody`), of({ hash }))
    expect(unknown.headers.get('content-disposition')).toContain('attachment; filename="clip.mp4"')
  })

  test.each([none, '../squero.db', '..%2f..%2fsquero.db', '', 'x'])('that is not in the library: %j', async (other) => {
    for (const route of [clipRoute, posterRoute, previewRoute]) {
      const response = await route.GET(get('/api/media/x'), of({ hash: other }))
      expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/plain; charset=utf-8'])
      expect(await response.text()).toMatch(/^There is no .*\.$/)
    }
  })
})

test('what was received of a damaged one can only be saved', async () => {
  const missing = await receivedRoute.GET(get('/api/media/received/job-3c4d'), of({ id: 'job-3c4d' }))
  expect(missing.status).toBe(404)
  const html = new TextEncoder().encode('<script>alert(1)</script>')
  const folder = await mediaFolder()
  await quarantine(folder, 'job-3c4d', (await receiveAll(folder, html)).path)
  const response = await receivedRoute.GET(get('/api/media/received/job-3c4d'), of({ id: 'job-3c4d' }))
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': expect.stringContaining(
      'attachment; filename="2024-05-06 mooring-poles-at-dusk vetro-mini 3c4d as received.mp4"',
    ),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  expect(await bytesOf(response)).toEqual(html)
  expect((await receivedRoute.GET(get('/x'), of({ id: '../../squero.db' }))).status).toBe(404)
})

describe('pictures made by the browser', () => {
  function hand(fields: Record<string, string>, bytes: Uint8Array<ArrayBuffer> | null) {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    if (bytes) form.set('file', new Blob([bytes]))
    return saveDerivative(form)
  }
  const poster = async () =>
    new Uint8Array(
      await sharp({ create: { width: 128, height: 72, channels: 3, background: '#c43' } })
        .webp()
        .toBuffer(),
    )

  test('are asked for, taken and served', async () => {
    const asked = async () => (await underivedRoute.GET(get('/api/media/underived'))).json()
    const wanted = { hash, src: `/api/media/${hash}`, width: 128, height: 72, durationMs: 2000 }
    expect(await asked()).toEqual({ clips: [{ ...wanted, missing: ['poster', 'preview'] }] })
    expect(await hand({ hash, kind: 'poster' }, await poster())).toEqual({ ok: true })
    expect(await asked()).toEqual({ clips: [{ ...wanted, missing: ['preview'] }] })
    expect(await hand({ hash, kind: 'preview' }, new Uint8Array(clip))).toEqual({ ok: true })
    expect(await asked()).toEqual({ clips: [] })

    const picture = await posterRoute.GET(get(`/api/media/${hash}/poster`), of({ hash }))
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp'])
    expect(await sharp(await bytesOf(picture)).metadata()).toMatchObject({ format: 'webp', width: 128 })
    const preview = await previewRoute.HEAD(get(`/api/media/${hash}/preview`), of({ hash }))
    expect([preview.status, preview.headers.get('content-type')]).toEqual([200, 'video/mp4'])
  })

  test.each<[string, Record<string, string>, () => Promise<Uint8Array<ArrayBuffer> | null>, string]>([
    ['of no clip', { hash: none, kind: 'poster' }, poster, 'The clip is not in the library any more.'],
    ['of a strange name', { hash: '../x', kind: 'poster' }, poster, 'This is not a poster or preview of a clip.'],
    ['of no known kind', { hash: 'HASH', kind: 'script' }, poster, 'This is not a poster or preview of a clip.'],
    [
      'without a file',
      { hash: 'HASH', kind: 'poster' },
      async () => null,
      'This is not a poster or preview of a clip.',
    ],
    ['that are none', { hash: 'HASH', kind: 'poster' }, async () => new Uint8Array(9), 'neither WebP nor JPEG nor PNG'],
  ])('%s are refused with a sentence', async (_, fields, make, sentence) => {
    const before = await readdir((await mediaFolder()).derivatives)
    const named = { ...fields, hash: fields.hash === 'HASH' ? hash : (fields.hash ?? '') }
    expect(await hand(named, await make())).toEqual({ ok: false, sentence: expect.stringContaining(sentence) })
    expect(await readdir((await mediaFolder()).derivatives)).toEqual(before)
  })
})
