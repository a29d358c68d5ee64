import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, renameSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { studioAccount } from '@/lib/account'
import { type Db, studioDb } from '@/lib/db/client'
import { removeLeftTexts } from '@/lib/generations/left-texts'
import { mediaFolder } from '@/lib/generations/media-folder'
import { saveDerivativeRow } from '@/lib/generations/store'
import { removeStrayFiles } from '@/lib/generations/stray-files'
import { acceptDerivative } from '@/lib/media/accept'
import { clipPath, type MediaFolder } from '@/lib/media/store'
import { type Bought, buyClip, writeRow } from '@/tests/support/archive'
import { findingsNow, toldNow } from '@/tests/support/doctor'
import { picture } from '@/tests/support/files'
import { openTestLibrary, send } from '@/tests/support/library'

const library = openTestLibrary()
const HASH = 'ab'.repeat(32)
let db: Db
let folder: MediaFolder
let clip: Bought

beforeAll(async () => {
  db = await studioDb()
  folder = await mediaFolder()
  await send(await picture('png', 30, 20))
  clip = await buyClip({ tags: ['kept'] })
  const stored = { ...(await db.asset.findUniqueOrThrow({ where: { hash: clip.hash } })), width: 64, height: 36 }
  const made = await acceptDerivative({
    folder,
    hash: clip.hash,
    kind: 'poster',
    bytes: await picture('png', 64, 36),
    clip: stored,
  })
  if (!made.ok) throw new Error(made.sentence)
  await saveDerivativeRow(clip.hash, made.facts)
})

/** Plants a fault, looks what is found, and takes it out again. */
async function planted(plant: () => unknown, mend: () => unknown) {
  expect(await findingsNow()).toEqual([])
  await plant()
  try {
    return await findingsNow()
  } finally {
    await mend()
    expect(await findingsNow()).toEqual([])
  }
}

const inFolder = (name: string) => join(library.dataDir, 'media', name)

describe('a file that no row knows', () => {
  test.each([
    [`clips/${HASH}.mp4`, /no row knows it/],
    [`uploads/${HASH}.png`, /no row knows it/],
    [`derivatives/${HASH}.poster.webp`, /of a clip that no row knows/],
    ['quarantine/nobody.received', /no generation knows it/],
    ['clips/holiday.mp4', /nothing the studio would write/],
  ])('is named: %s', async (name, what) => {
    const found = await planted(
      () => writeFileSync(inFolder(name), 'x'),
      () => rmSync(inFolder(name)),
    )
    expect(found).toEqual([{ part: 'files', about: `media/${name}`, what: expect.stringMatching(what) }])
  })

  test('is one under another ending than its own too', async () => {
    const name = `uploads/${clip.hash}.png`
    const found = await planted(
      () => writeFileSync(inFolder(name), 'x'),
      () => rmSync(inFolder(name)),
    )
    expect(found).toMatchObject([{ about: `media/${name}` }])
  })

  test('but what a file manager leaves is none', async () => {
    const found = await planted(
      () => writeFileSync(inFolder('clips/.DS_Store'), 'x'),
      () => rmSync(inFolder('clips/.DS_Store')),
    )
    expect(found).toEqual([])
  })
})

describe('a row whose file is wrong', () => {
  const path = () => clipPath(folder, clip.hash)
  const about = () => `media/clips/${clip.hash}.mp4`

  test('is named when the file is missing', async () => {
    const found = await planted(
      () => renameSync(path(), join(library.dataDir, 'away')),
      () => renameSync(join(library.dataDir, 'away'), path()),
    )
    expect(found).toEqual([
      { part: 'files', about: about(), what: `It is missing. Generation ${clip.id} has it as its clip.` },
    ])
  })

  test('is named when the file has another length', async () => {
    const found = await planted(
      () => truncateSync(path(), 100),
      () => writeFileSync(path(), clip.bytes),
    )
    expect(found.map(({ what }) => what)).toEqual([
      `It has 100 bytes, not ${clip.bytes.length}. Generation ${clip.id} has it as its clip.`,
    ])
  })

  test('is named when the file has another content, if every file is read', async () => {
    const changed = Buffer.from(clip.bytes)
    changed.writeUInt8(changed.readUInt8(300) ^ 1, 300)
    writeFileSync(path(), changed)
    expect(await findingsNow({ deep: false })).toEqual([])
    const found = await findingsNow({ deep: true })
    writeFileSync(path(), clip.bytes)
    expect(found).toMatchObject([{ about: about(), what: expect.stringMatching(/not what its name/) }])
  })

  test('is named when the poster is missing', async () => {
    const poster = inFolder(`derivatives/${clip.hash}.poster.webp`)
    const content = readFileSync(poster)
    const found = await planted(
      () => rmSync(poster),
      () => writeFileSync(poster, content),
    )
    expect(found).toMatchObject([
      { about: `media/derivatives/${clip.hash}.poster.webp`, what: 'The poster is missing.' },
    ])
  })
})

describe('the ledger', () => {
  test('and a tally that is not its sum', async () => {
    const found = await planted(
      () => db.spendTally.updateMany({ data: { microUsd: { increment: 7n } } }),
      () => db.spendTally.updateMany({ data: { microUsd: { decrement: 7n } } }),
    )
    expect(found).toMatchObject([
      { part: 'ledger', about: expect.stringMatching(/day 2026-11-03/), what: 'is 7 µUSD more than the ledger says.' },
    ])
  })

  test('and a state that it does not bear out', async () => {
    const found = await planted(
      () => db.generation.update({ where: { id: clip.id }, data: { state: 'cancelled' } }),
      () => db.generation.update({ where: { id: clip.id }, data: { state: 'done' } }),
    )
    expect(found).toEqual([
      {
        part: 'ledger',
        about: `generation ${clip.id}`,
        what: 'It is cancelled, so that its money must be nothing, but by its ledger it is charged.',
      },
    ])
  })
})

test('the read model, when it does not say what it is made from', async () => {
  const found = await planted(
    () => db.$executeRaw`UPDATE "LibraryEntry" SET "rating" = 5`,
    () => db.$executeRaw`INSERT INTO "LibraryStale" SELECT "id" FROM "Generation"`,
  )
  expect(found.map(({ part }) => part)).toContain('read model')
})

test('the database, when a row refers to one that is not there', async () => {
  await db.$executeRawUnsafe('PRAGMA foreign_keys = OFF')
  const found = await planted(
    () => db.$executeRaw`INSERT INTO "AssetUse" ("generationId", "assetHash") VALUES ('none', 'none')`,
    () => db.$executeRaw`DELETE FROM "AssetUse" WHERE "generationId" = 'none'`,
  )
  await db.$executeRawUnsafe('PRAGMA foreign_keys = ON')
  expect(found.map(({ part, what }) => `${part} ${what}`).sort()).toEqual([
    'database refers to a row of Asset that is not there.',
    'database refers to a row of Generation that is not there.',
  ])
})

describe('what was interrupted', () => {
  const LATER = 10 * 60_000

  test('is a note, and the next start puts it right', async () => {
    const gone = await buyClip()
    // Ended right after the commit of a deletion.
    await db.generation.update({ where: { id: gone.id }, data: { deletedAt: new Date() } })
    const damaged = await writeRow((await studioAccount()).id, { state: 'quarantined' })
    writeFileSync(inFolder(`quarantine/${damaged}.received`), 'x')
    await db.generation.update({ where: { id: damaged }, data: { deletedAt: new Date() } })
    const told = await toldNow()
    expect(told.map(({ about, note }) => [about, note])).toEqual([
      [`media/clips/${gone.hash}.mp4`, true],
      [`media/quarantine/${damaged}.received`, true],
    ])
    expect(await removeStrayFiles(db, folder, Date.now() + LATER)).toBe(2)
    expect(await toldNow()).toEqual([])
  })

  test('is left alone while it may still go on', async () => {
    const gone = await buyClip()
    await db.generation.update({ where: { id: gone.id }, data: { deletedAt: new Date() } })
    expect(await removeStrayFiles(db, folder, Date.now())).toBe(0)
    expect(await removeStrayFiles(db, folder, Date.now() + LATER)).toBe(1)
  })

  test('is never anything that no row knows, nor a clip that came whole and is about to be committed', async () => {
    writeFileSync(clipPath(folder, HASH), 'x')
    const coming = 'cd'.repeat(32)
    writeFileSync(clipPath(folder, coming), 'x')
    const partial = { file: 'a', bytes: 1, atRest: true, tag: '"t"', length: 1, hash: coming }
    const id = await writeRow((await studioAccount()).id, { state: 'receiving' })
    await db.generation.update({ where: { id }, data: { partial } })
    expect(await removeStrayFiles(db, folder, Date.now() + LATER)).toBe(0)
    expect((await findingsNow()).map(({ about }) => about)).toEqual([`media/clips/${HASH}.mp4`])
    for (const hash of [HASH, coming]) rmSync(clipPath(folder, hash))
    await db.generation.update({ where: { id }, data: { partial: {} } })
  })

  test('is a note too where a transcript was deleted and its text was not', async () => {
    const id = await writeRow((await studioAccount()).id, { kind: 'transcript' })
    const words = {
      generationId: id,
      url: 'https://youtu.be/dQw4w9WgXcQ',
      videoId: 'dQw4w9WgXcQ',
      text: 'Fog.',
      raw: '{}',
    }
    await db.transcript.create({ data: words })
    await db.generation.update({ where: { id }, data: { deletedAt: new Date() } })
    expect(await toldNow()).toMatchObject([{ part: 'database', about: `transcript ${id}`, note: true }])
    expect(await removeLeftTexts(db)).toBe(1)
    expect(await db.transcript.findUniqueOrThrow({ where: { generationId: id } })).toMatchObject({
      text: null,
      raw: null,
    })
    expect(await toldNow()).toEqual([])
  })

  test('is a note while it was left half written', async () => {
    const part = inFolder('clips/upload.0123456789ab.part')
    writeFileSync(part, 'x')
    expect(await toldNow()).toEqual([])
    utimesSync(part, 0, 0)
    expect(await toldNow()).toMatchObject([{ about: 'media/clips/upload.0123456789ab.part', note: true }])
    rmSync(part)
  })
})

describe('npm run doctor', () => {
  const doctor = (dataDir: string, ...flags: string[]) => {
    const args = ['node_modules/tsx/dist/cli.mjs', '--conditions=react-server', 'lib/cli/doctor.ts', ...flags]
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      env: { ...process.env, SQUERO_DATA_DIR: dataDir },
    })
    return { status, said: `${stdout}${stderr}` }
  }

  test('ends with 0 where nothing is wrong', () => {
    const { status, said } = doctor(library.dataDir)
    expect([status, said]).toEqual([
      0,
      expect.stringMatching(/Nothing is wrong: \d+ generations, \d+ ledger entries\./),
    ])
  })

  test('names what is wrong, and ends with 1', () => {
    writeFileSync(clipPath(folder, HASH), 'x')
    const { status, said } = doctor(library.dataDir, '--deep')
    rmSync(clipPath(folder, HASH))
    expect(status).toBe(1)
    expect(said).toContain(`files: media/clips/${HASH}.mp4: no row knows it.`)
    expect(said).toContain('1 finding:')
  })

  test('makes nothing where there is no library', () => {
    const empty = mkdtempSync(join(tmpdir(), 'squero-empty-'))
    const { status, said } = doctor(empty)
    expect([status, said]).toEqual([1, expect.stringContaining('has no squero.db')])
    rmSync(empty, { recursive: true })
  })
})
