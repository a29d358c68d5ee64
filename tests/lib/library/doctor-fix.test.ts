import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { studioAccount } from '@/lib/account'
import { type Db, studioDb } from '@/lib/db/client'
import { startSweeping } from '@/lib/engine/sweep'
import { mediaFolder } from '@/lib/generations/media-folder'
import { listUnderived, saveDerivativeRow } from '@/lib/generations/store'
import { type Mended, mend } from '@/lib/library/doctor/mend'
import { acceptDerivative } from '@/lib/media/accept'
import { clipPath, type MediaFolder } from '@/lib/media/store'
import { type Bought, buyClip, buyDamaged, writeRow } from '@/tests/support/archive'
import { findingsNow, toldNow } from '@/tests/support/doctor'
import { picture } from '@/tests/support/files'
import { openTestLibrary, send } from '@/tests/support/library'

const library = openTestLibrary()
const HASH = 'ab'.repeat(32)
const LATER = 10 * 60_000
const aside = join(library.dataDir, 'aside/now')
let db: Db
let folder: MediaFolder
let clip: Bought
let upload: string

const inFolder = (name: string) => join(library.dataDir, 'media', name)

async function givePoster(): Promise<void> {
  const stored = await db.asset.findUniqueOrThrow({ where: { hash: clip.hash } })
  const bytes = await picture('png', 64, 36)
  const shape = { ...stored, width: 64, height: 36 }
  const made = await acceptDerivative({ folder, hash: clip.hash, kind: 'poster', bytes, clip: shape })
  if (!made.ok) throw new Error(made.sentence)
  await saveDerivativeRow(clip.hash, made.facts)
}

beforeAll(async () => {
  db = await studioDb()
  folder = await mediaFolder()
  const taken = await send(await picture('png', 30, 20))
  if (!taken.ok) throw new Error(taken.sentence)
  upload = taken.medium.hash
  clip = await buyClip({ tags: ['kept'], prompt: 'Fog over the lagoon' })
  await buyDamaged((await studioAccount()).id)
  await givePoster()
  expect(await findingsNow()).toEqual([])
})

/** What is put right, as if ten minutes from now. */
async function mendAll(now = Date.now() + LATER): Promise<Mended[]> {
  const mended: Mended[] = []
  for await (const one of mend({ db, folder, deep: false, now, aside })) mended.push(one)
  return mended
}

describe('a file that no row knows is moved aside, not deleted', () => {
  test.each([
    `clips/${HASH}.mp4`,
    `uploads/${HASH}.png`,
    `derivatives/${HASH}.poster.webp`,
    'quarantine/nobody.received',
    'clips/holiday.mp4',
  ])('%s', async (name) => {
    writeFileSync(inFolder(name), name)
    const to = join(aside, 'media', name)
    expect(await mendAll()).toEqual([{ about: `media/${name}`, what: `moved to ${to}` }])
    expect(readFileSync(to, 'utf8')).toBe(name)
    expect(await findingsNow()).toEqual([])
  })

  test('but not while another process may be about to commit it', async () => {
    writeFileSync(clipPath(folder, HASH), 'x')
    expect(await mendAll(Date.now())).toEqual([])
    expect(existsSync(clipPath(folder, HASH))).toBe(true)
    rmSync(clipPath(folder, HASH))
  })
})

describe('what a killed process left is removed', () => {
  const dead = 'clips/upload.0123456789ab.part'
  const HOUR_AGO = Date.now() / 1000 - 3600

  test('a file whose row says that it is nobody’s', async () => {
    const gone = await buyClip()
    await db.generation.update({ where: { id: gone.id }, data: { deletedAt: new Date() } })
    expect(await mendAll()).toEqual([{ about: '1 file', what: 'removed: nothing refers to it any more' }])
    expect(existsSync(clipPath(folder, gone.hash))).toBe(false)
    expect(await toldNow()).toEqual([])
  })

  test('a temporary that nobody writes to, unless a download goes on with it', async () => {
    const id = await writeRow((await studioAccount()).id, { state: 'receiving' })
    const needed = `${id}.0123456789ab.part`
    const partial = { file: needed, bytes: 1, atRest: true, tag: '"t"', length: 9 }
    await db.generation.update({ where: { id }, data: { partial } })
    for (const name of [dead, `clips/${needed}`, 'derivatives/x.preview.0123456789ab.part']) {
      writeFileSync(inFolder(name), 'x')
      utimesSync(inFolder(name), HOUR_AGO, HOUR_AGO)
    }
    writeFileSync(inFolder('uploads/upload.ba9876543210.part'), 'being written')
    expect(await mendAll(Date.now())).toEqual([
      { about: '2 temporary files', what: 'removed: whoever wrote it has ended' },
    ])
    expect(readdirSync(inFolder('clips'))).toContain(needed)
    expect(readdirSync(inFolder('uploads'))).toContain('upload.ba9876543210.part')
    await db.generation.update({ where: { id }, data: { partial: {} } })
    for (const name of [`clips/${needed}`, 'uploads/upload.ba9876543210.part']) rmSync(inFolder(name))
  })

  test('by every start too', async () => {
    writeFileSync(inFolder(dead), 'x')
    utimesSync(inFolder(dead), HOUR_AGO, HOUR_AGO)
    const sweeping = startSweeping(db, folder, Date.now)
    await expect.poll(() => existsSync(inFolder(dead))).toBe(false)
    await sweeping.stop()
  })

  test('the text of a transcript that was deleted', async () => {
    const id = await writeRow((await studioAccount()).id, { kind: 'transcript' })
    const video = { url: 'https://youtu.be/dQw4w9WgXcQ', videoId: 'dQw4w9WgXcQ' }
    await db.transcript.create({ data: { generationId: id, ...video, text: 'Fog.', raw: '{}' } })
    await db.generation.update({ where: { id }, data: { deletedAt: new Date() } })
    expect(await mendAll()).toEqual([{ about: '1 text of a deleted transcript', what: 'removed' }])
    expect(await toldNow()).toEqual([])
  })
})

describe('a poster that is missing or not whole', () => {
  test.each([
    ['missing', (path: string) => rmSync(path)],
    ['cut', (path: string) => writeFileSync(path, 'x')],
  ])('is made again for a picture: %s', async (_, damage) => {
    const path = inFolder(`derivatives/${upload}.poster.webp`)
    const before = readFileSync(path)
    damage(path)
    expect(await findingsNow()).toHaveLength(1)
    expect(await mendAll()).toEqual([{ about: `the poster of ${upload}`, what: 'made again' }])
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(await findingsNow()).toEqual([])
  })

  test('is asked for again for a clip', async () => {
    rmSync(inFolder(`derivatives/${clip.hash}.poster.webp`))
    expect(await findingsNow()).toHaveLength(1)
    expect(await mendAll()).toEqual([{ about: `the poster of ${clip.hash}`, what: 'will be made again' }])
    expect(await findingsNow()).toEqual([])
    const [underived] = (await listUnderived(10)).filter(({ hash }) => hash === clip.hash)
    expect(underived?.missing).toContain('poster')
    await givePoster()
  })
})

describe('what is reckoned from something else is reckoned again', () => {
  test('a tally, from the ledger', async () => {
    const before = await db.spendTally.findMany()
    await db.spendTally.updateMany({ data: { microUsd: { increment: 7n } } })
    expect(await mendAll()).toEqual([
      { about: expect.stringMatching(/^the tally of day 2026-11-03/), what: 'set to what the ledger says' },
    ])
    expect(await db.spendTally.findMany()).toEqual(before)
    await db.spendTally.deleteMany()
    expect(await mendAll()).toHaveLength(1)
    expect(await db.spendTally.findMany()).toEqual(before)
  })

  test.each([
    ['an entry', `UPDATE "LibraryEntry" SET "rating" = 5`],
    ['an entry that is missing', `DELETE FROM "LibraryEntry"`],
    ['a text', `UPDATE "LibraryText" SET "prompt" = 'Rain'`],
    ['a count', `UPDATE "LibraryCount" SET "clips" = "clips" + 1`],
    ['the index of the search', `INSERT INTO "LibrarySearch" ("LibrarySearch") VALUES ('delete-all')`],
  ])('the read model: %s', async (_, damage) => {
    await db.$executeRawUnsafe(damage)
    expect((await findingsNow()).map(({ part }) => part)).toContain('read model')
    expect(await mendAll()).toEqual([{ about: 'the library', what: 'its read model was written anew' }])
    expect(await findingsNow()).toEqual([])
  })
})

test('a clip that is missing, a state or a ledger entry is never touched', async () => {
  const path = clipPath(folder, clip.hash)
  rmSync(path)
  await db.generation.update({ where: { id: clip.id }, data: { state: 'cancelled' } })
  const found = await findingsNow()
  expect(found).toHaveLength(2)
  expect(await mendAll()).toEqual([])
  expect(await findingsNow()).toEqual(found)
  writeFileSync(path, clip.bytes)
  await db.generation.update({ where: { id: clip.id }, data: { state: 'done' } })
  expect(await findingsNow()).toEqual([])
})

test('npm run doctor -- --fix says what it did, and ends with 0 when nothing is left', async () => {
  await db.spendTally.updateMany({ data: { microUsd: { increment: 7n } } })
  const args = ['node_modules/tsx/dist/cli.mjs', '--conditions=react-server', 'lib/cli/doctor.ts', '--fix']
  const { status, stdout } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, SQUERO_DATA_DIR: library.dataDir },
  })
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^fixed: the tally of day [^\n]+\nNothing is wrong/m)])
})
