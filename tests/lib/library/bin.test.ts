import { existsSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import * as library from '@/app/actions/library'
import type { Db } from '@/lib/db/client'
import { emptyOldBin } from '@/lib/generations/empty-bin'
import { mediaFolder } from '@/lib/generations/media-folder'
import { readBoard, readGeneration } from '@/lib/generations/read'
import { type GenerationState, STATES } from '@/lib/generations/state'
import { carryOut } from '@/lib/generations/store'
import { EVERYTHING } from '@/lib/library/library-query'
import { readLibrary } from '@/lib/library/page'
import { clipPath } from '@/lib/media/store'
import { openTestStudio } from '@/tests/support/studio'

const AT = new Date('2026-11-20T10:00:00Z')
const DAY = 24 * 60 * 60 * 1000
const UNFINISHED = ['waiting', 'submitting', 'processing', 'receiving', 'awaiting_consent', 'uncertain']

let db: Db
let accountId: string

beforeAll(async () => {
  const studio = await openTestStudio()
  db = studio.db
  accountId = studio.account.id
}, 60_000)
beforeEach(async () => {
  await db.assetUse.deleteMany()
  await db.generation.updateMany({ data: { deletedAt: AT } })
})
afterAll(() => db.$disconnect())

interface Made {
  state?: GenerationState
  refund?: string
  hash?: string
  kind?: 'transcript'
}

async function make({ state = 'done', refund, hash, kind }: Made = {}): Promise<string> {
  const id = crypto.randomUUID()
  const asked = { modelId: 'm', prompt: 'p', negativePrompt: '', duration: '5s', resolution: null, aspectRatio: null }
  await db.generation.create({
    data: {
      ...{ id, accountId, state, modelId: 'm', modelName: 'M', prompt: 'p', day: '2026-11-20', kind: kind ?? 'video' },
      ...{ input: { ...asked, audio: null, upscaleFactor: null }, request: {}, quoteInputs: {}, quoteMicroUsd: 1n },
      ...{ quotedAt: AT, position: 0n, dueAt: new Date(8e15), createdAt: AT },
      ...{ refund: refund ?? null, assetHash: hash ?? null },
    },
  })
  return id
}

/** A file of the library, with its row. */
async function makeFile(letter: string): Promise<{ hash: string; path: string }> {
  const hash = letter.repeat(64)
  const path = clipPath(await mediaFolder(), hash)
  writeFileSync(path, 'clip')
  const facts = { bytes: 4n, width: 1280, height: 720, durationMs: 5000, hasAudio: false, createdAt: AT }
  await db.asset.upsert({ where: { hash }, create: { hash, mime: 'video/mp4', ...facts }, update: {} })
  return { hash, path }
}

const shown = async (bin: boolean) =>
  (await readLibrary({ ...EVERYTHING, bin, states: bin ? [] : ['done', 'failed', 'lost'] }, null)).items.map(
    ({ id }) => id,
  )

it.each(STATES)('what is %s is put into the bin if nothing is open about it', async (state) => {
  const id = await make({ state })
  const result = await library.bin([id])
  const row = await db.generation.findUniqueOrThrow({ where: { id } })
  expect([result.ok, row.binnedAt !== null]).toEqual(UNFINISHED.includes(state) ? [false, false] : [true, true])
})

it('a refusal that does not say whether it was charged has to be settled first', async () => {
  const id = await make({ state: 'rejected', refund: 'unknown' })
  const sentence = 'Nobody knows yet whether it was charged: settle that first, then delete it.'
  expect(await library.bin([id])).toEqual({ ok: false, sentence })
  expect(await library.deleteForGood([id])).toEqual({ ok: false, sentence })
})

it('of many, those that can be are put into the bin, and it is said why others were not', async () => {
  const [one, open] = [await make(), await make({ state: 'processing' })]
  const left = 'It is not finished: wait until it is, then delete it.'
  expect(await library.bin([one, open])).toEqual({ ok: true, count: 1, left, undo: [{ verb: 'unbin', ids: [one] }] })
  expect(await library.bin([one])).toEqual({ ok: true, count: 0 })
})

it('transcripts are none of it', async () => {
  const id = await make({ kind: 'transcript' })
  for (const act of [library.bin, library.unbin, library.deleteForGood])
    expect(await act([id])).toMatchObject({ ok: false })
  expect((await db.generation.findUniqueOrThrow({ where: { id } })).deletedAt).toBeNull()
})

it('what is in the bin is neither listed nor on the board, but still there to be looked at and taken out', async () => {
  const { hash } = await makeFile('a')
  const id = await make({ hash })
  await library.bin([id])
  expect([await shown(false), await shown(true)]).toEqual([[], [id]])
  expect((await readBoard()).earlier.map((one) => one.id)).not.toContain(id)
  expect((await readGeneration(id))?.clip?.hash).toBe(hash)
  expect(await library.unbin([id])).toMatchObject({ ok: true, count: 1 })
  expect([await shown(false), await shown(true)]).toEqual([[id], []])
})

it('what moves again leaves the bin: a clip that comes after all is not emptied with it', async () => {
  const id = await make({ state: 'lost' })
  await library.bin([id])
  const row = await db.generation.findUniqueOrThrow({ where: { id } })
  expect(await carryOut(db, row, { change: { state: 'processing' }, ledger: [] })).toMatchObject({ binnedAt: null })
})

it('the bin empties after 30 days: the media go with the last that refers to them, the ledger and facts stay', async () => {
  const [kept, gone] = [await makeFile('b'), await makeFile('c')]
  const [old, other, fresh] = [
    await make({ hash: kept.hash }),
    await make({ hash: gone.hash }),
    await make({ hash: kept.hash }),
  ]
  const source = await make({ hash: gone.hash })
  await db.assetUse.create({ data: { generationId: fresh, assetHash: kept.hash } })
  await library.bin([old, other, source])
  const binned = await db.generation.findUniqueOrThrow({ where: { id: old } })
  const since = binned.binnedAt?.getTime() ?? Number.NaN
  expect(await emptyOldBin(db, since + 30 * DAY - 1000)).toBe(0)
  expect(await shown(true)).toHaveLength(3)
  expect(await emptyOldBin(db, since + 30 * DAY + 60_000)).toBe(3)
  expect(await emptyOldBin(db, since + 30 * DAY + 60_000)).toBe(0)
  expect([existsSync(kept.path), existsSync(gone.path)]).toEqual([true, false])
  expect(await shown(true)).toEqual([])
  expect((await db.generation.findUniqueOrThrow({ where: { id: old } })).deletedAt).not.toBeNull()
})

it('what is open again in the bin waits there, however long', async () => {
  const id = await make({ state: 'lost' })
  await library.bin([id])
  await db.generation.update({ where: { id }, data: { state: 'uncertain' } })
  expect(await emptyOldBin(db, Date.now() + 365 * DAY)).toBe(0)
})

it('it can be emptied at once, of one account', async () => {
  const { hash, path } = await makeFile('d')
  const id = await make({ hash })
  await library.bin([id])
  expect(await library.emptyBin('another account')).toEqual({ ok: true, count: 0 })
  expect(await library.emptyBin(null)).toEqual({ ok: true, count: 1 })
  expect(existsSync(path)).toBe(false)
})

it('deleting for good needs no bin', async () => {
  const { hash, path } = await makeFile('e')
  const [id, open] = [await make({ hash }), await make({ state: 'waiting' })]
  const left = 'It is not finished: wait until it is, then delete it.'
  expect(await library.deleteForGood([id, open])).toEqual({ ok: true, count: 1, left })
  expect(existsSync(path)).toBe(false)
  expect(await library.deleteForGood([id])).toMatchObject({ ok: false })
})
