import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { studioAccount } from '@/lib/account'
import { studioDb } from '@/lib/db/client'
import { exportEverything } from '@/lib/library/archive/export/export'
import type { GenerationRecord } from '@/lib/library/archive/format'
import { type Bought, buyClip, importBytes, saveArchive } from '@/tests/support/archive'
import { everythingOf, wipe } from '@/tests/support/archive-books'
import { openTestLibrary } from '@/tests/support/library'
import { type Crafted, makeZip } from '@/tests/support/make-zip'
import { unzipAll } from '@/tests/support/unzip'

const library = openTestLibrary()
const folder = mkdtempSync(join(tmpdir(), 'squero-hostile-'))
afterAll(() => rmSync(folder, { recursive: true }))

let accountId: string
let clip: Bought
let good: Map<string, Buffer>
let empty: Awaited<ReturnType<typeof everythingOf>>
let whole: Awaited<ReturnType<typeof everythingOf>>

beforeAll(async () => {
  accountId = (await studioAccount()).id
  clip = await buyClip({ prompt: 'Good', tags: ['kept'] })
  await saveArchive(await exportEverything(), join(folder, 'good.zip'))
  good = await unzipAll(join(folder, 'good.zip'))
  whole = await everythingOf(library.dataDir)
})

beforeEach(async () => {
  await wipe(library.dataDir, accountId)
  empty = await everythingOf(library.dataDir)
})

/** The good archive with other contents or entries. */
function archiveWith(changes: Record<string, string | Uint8Array | null>, more: Crafted[] = []): Buffer {
  const files = new Map<string, Uint8Array>(good)
  for (const [name, content] of Object.entries(changes)) {
    if (content === null) files.delete(name)
    else files.set(name, Buffer.from(content))
  }
  return makeZip([...[...files].map(([name, content]) => ({ name, content })), ...more])
}

/** The good generation with another truth. */
function generationWith(change: (record: GenerationRecord) => Partial<GenerationRecord>): string {
  const record = JSON.parse(String(good.get('data/generations.jsonl'))) as GenerationRecord
  return `${JSON.stringify({ ...record, ...change(record) })}\n`
}

const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')

async function expectNothing(bytes: Uint8Array, sentence: string | RegExp) {
  const view = await importBytes(bytes)
  expect([view.state, view.sentence]).toEqual(['failed', expect.stringMatching(sentence)])
  expect(await everythingOf(library.dataDir)).toEqual(empty)
}

/** Nothing is written anywhere but the books; what was left out is told. */
async function expectLeftOut(bytes: Uint8Array, sentence: string) {
  const view = await importBytes(bytes)
  expect(view).toMatchObject({ state: 'done', report: { added: 0, toldInAll: 1, told: [{ id: clip.id, sentence }] } })
  const after = await everythingOf(library.dataDir)
  expect([after.generations, after.assets, after.files, after.tallies]).toEqual([[], [], [], []])
  expect(parts()).toEqual([])
}

const parts = () =>
  readdirSync(join(library.dataDir, 'media'), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.part'))

describe('an archive that is not taken', () => {
  test.each([['../evil.mp4'], ['media/../../evil.mp4'], ['/etc/evil.mp4'], ['C:/evil.mp4'], ['media\\..\\evil.mp4']])(
    'has a file whose name leads out of it: %s',
    async (name) => {
      await expectNothing(archiveWith({}, [{ name, content: Buffer.from('evil') }]), /leads out of it/)
      expect(existsSync(join(library.dataDir, 'evil.mp4'))).toBe(false)
    },
  )

  test('is no ZIP file', async () => {
    await expectNothing(Buffer.from('%PDF-1.7 something else'), /This is no archive/)
    await expectNothing(Buffer.from(''), /This is no archive/)
  })

  test('is a ZIP file of something else', async () => {
    await expectNothing(makeZip([{ name: 'holiday.jpg', content: Buffer.from('x') }]), /no archive of Squero/)
  })

  test('breaks off', async () => {
    const bytes = archiveWith({})
    for (const part of [0.3, 0.9, 0.999]) {
      await expectNothing(bytes.subarray(0, Math.floor(bytes.length * part)), /not whole/)
    }
  })

  test('was made by a newer Squero', async () => {
    const about = { ...JSON.parse(String(good.get('archive.json'))), version: 2 }
    await expectNothing(archiveWith({ 'archive.json': JSON.stringify(about) }), /newer Squero/)
  })

  test('has two files of one name', async () => {
    await expectNothing(archiveWith({}, [{ name: 'data/tags.jsonl', content: Buffer.from('') }]), /one name/)
  })

  test('is encrypted', async () => {
    await expectNothing(
      archiveWith({}, [{ name: 'x', content: Buffer.alloc(13), says: 1, encrypted: true }]),
      /encrypted/,
    )
  })

  test('unpacks to far more than it could hold', async () => {
    const bomb = { name: 'data/tags.jsonl', content: Buffer.alloc(300 * 1024 ** 2, ' '), deflated: true }
    await expectNothing(archiveWith({ 'data/tags.jsonl': null }, [bomb]), /far more than it could hold/)
  })

  test('says of a file that it is shorter than it is', async () => {
    const lines = Buffer.alloc(5_000_000, ' ')
    const liar = { name: 'data/assets.jsonl', content: lines, deflated: true, says: 100 }
    await expectNothing(archiveWith({ 'data/assets.jsonl': null }, [liar]), /not whole/)
  })

  test('needs more room than there is', async () => {
    const huge = { ...JSON.parse(String(good.get('data/assets.jsonl')).split('\n')[0] ?? ''), bytes: 2 ** 52 }
    const liar = { name: huge.file, content: Buffer.alloc(10), deflated: true, says: 2 ** 32 - 2 }
    const many = Array.from({ length: 300 }, (_, at) => {
      const hash = hashOf(Buffer.from(`${at}`))
      return { ...huge, hash, file: `media/${hash}.mp4` }
    })
    const lines = many.map((record) => JSON.stringify(record)).join('\n')
    const entries = many.map(({ file }) => ({ ...liar, name: file }))
    await expectNothing(archiveWith({ 'data/assets.jsonl': lines, [huge.file]: null }, entries), /no room/)
  })
})

describe('a generation is left out, and the rest comes in, when', () => {
  test('its clip is not in the archive', async () => {
    await expectLeftOut(
      archiveWith({ [`media/${clip.hash}.mp4`]: null }),
      'A file it needs is not in the archive. It was left out.',
    )
  })

  test('its clip is not what its hash says', async () => {
    const other = Buffer.from(clip.bytes)
    other.writeUInt8(other.readUInt8(200) ^ 1, 200)
    await expectLeftOut(
      archiveWith({ [`media/${clip.hash}.mp4`]: other }),
      'A file it needs is damaged in the archive: it is not what its hash says. It was left out.',
    )
  })

  test('its clip is what its hash says, but no whole clip', async () => {
    const cut = clip.bytes.subarray(0, clip.bytes.length - 50)
    const hash = hashOf(cut)
    const asset = {
      ...JSON.parse(String(good.get('data/assets.jsonl'))),
      hash,
      bytes: cut.length,
      file: `media/${hash}.mp4`,
    }
    await expectLeftOut(
      archiveWith({
        [`media/${hash}.mp4`]: cut,
        'data/assets.jsonl': JSON.stringify(asset),
        'data/generations.jsonl': generationWith(() => ({ assetHash: hash })),
      }),
      'A file it needs is damaged in the archive: it is not whole. It was left out.',
    )
  })

  test('its file says it is of another type', async () => {
    const asset = { ...JSON.parse(String(good.get('data/assets.jsonl'))), mime: 'text/plain' }
    await expectLeftOut(
      archiveWith({ 'data/assets.jsonl': JSON.stringify(asset) }),
      'A file it needs is damaged in the archive: it is not whole. It was left out.',
    )
  })

  test.each<[string, (record: GenerationRecord) => Partial<GenerationRecord>, string]>([
    [
      'gives back more than was paid',
      ({ ledger }) => ({
        ledger: ledger
          .map((line) => (line.kind === 'charge' ? { ...line, kind: 'refund' as const } : line))
          .filter(({ kind }) => kind === 'refund'),
      }),
      'Its ledger does not add up: it was left out.',
    ],
    [
      'has a negative charge',
      ({ ledger }) => ({ ledger: ledger.map((line) => ({ ...line, microUsd: -5 })) }),
      'Its ledger does not add up: it was left out.',
    ],
    [
      'is charged twice by one line',
      ({ ledger }) => ({ ledger: [...ledger, ...ledger] }),
      'Its ledger does not add up: it was left out.',
    ],
    [
      'asks for nothing the form knows',
      () => ({ input: { hash: '../x' } }),
      'It can’t be read as a generation: it was left out.',
    ],
    [
      'is of an account nobody tells of',
      () => ({ accountId: 'nobody' }),
      'Its account is not in the archive: it was left out.',
    ],
  ])('it %s', async (_, change, sentence) => {
    await expectLeftOut(archiveWith({ 'data/generations.jsonl': generationWith(change) }), sentence)
  })

  test('it can’t be read at all', async () => {
    const lines = `{"id":"../../etc"}\n${good.get('data/generations.jsonl')}`
    const view = await importBytes(archiveWith({ 'data/generations.jsonl': lines }))
    expect(view.report).toMatchObject({ added: 1, toldInAll: 1 })
  })

  test('it is here without the clip that the archive has for it', async () => {
    const lost = generationWith(() => ({ state: 'lost', assetHash: null }))
    await importBytes(archiveWith({ 'data/generations.jsonl': lost }))
    const view = await importBytes(archiveWith({}))
    expect(view.report).toMatchObject({ added: 0, known: 1, toldInAll: 1, told: [{ id: clip.id }] })
    expect(await (await studioDb()).generation.findFirst()).toMatchObject({ state: 'lost', assetHash: null })
  })

  test('another one has its id here', async () => {
    await importBytes(archiveWith({}))
    const view = await importBytes(
      archiveWith({ 'data/generations.jsonl': generationWith(() => ({ prompt: 'Another one' })) }),
    )
    expect(view.report.told).toEqual([
      { id: clip.id, sentence: 'Another generation has its id here: it was left out.' },
    ])
    expect(await everythingOf(library.dataDir)).toEqual(whole)
  })
})

describe('what was not finished when the archive was made', () => {
  test.each([
    ['submitting', 'uncertain'],
    ['processing', 'lost'],
    ['receiving', 'lost'],
    ['stored', 'done'],
  ] as const)('is never gone on with: %s is %s', async (state, after) => {
    const lines = generationWith(({ ledger }) => ({
      state,
      ...(state === 'stored' ? {} : { assetHash: null }),
      ...(state === 'submitting' ? { ledger: ledger.filter(({ kind }) => kind === 'reserve') } : {}),
    }))
    const view = await importBytes(archiveWith({ 'data/generations.jsonl': lines }))
    expect(view.report).toMatchObject({ added: 1, told: [] })
    const row = await (await studioDb()).generation.findUniqueOrThrow({ where: { id: clip.id } })
    expect(row.state).toBe(after)
  })
})

test('what was in the bin is in it for 30 days anew', async () => {
  const binned = ({ times }: GenerationRecord) => ({ times: { ...times, binned: '2020-01-01T00:00:00.000Z' } })
  await importBytes(archiveWith({ 'data/generations.jsonl': generationWith(binned) }))
  const row = await (await studioDb()).generation.findUniqueOrThrow({ where: { id: clip.id } })
  expect(Date.now() - (row.binnedAt?.getTime() ?? 0)).toBeLessThan(60_000)
})

describe('an archive that was unpacked and packed again', () => {
  test('is taken: compressed, in a folder, with what a Mac puts beside it', async () => {
    const entries = [...good].reverse().map(([name, content]) => ({ name: `squero/${name}`, content, deflated: true }))
    const beside = { name: '__MACOSX/squero/._archive.json', content: Buffer.from('x') }
    const view = await importBytes(makeZip([beside, { name: 'squero/', content: Buffer.alloc(0) }, ...entries]))
    expect(view).toMatchObject({ state: 'done', report: { added: 1, files: 1, told: [] } })
    expect(await everythingOf(library.dataDir)).toEqual(whole)
  })
})

test('two archives are not imported at once', async () => {
  const first = importBytes(archiveWith({}))
  const second = await importBytes(archiveWith({})).catch((error: Error) => error.message)
  expect(second).toMatch(/being imported already/)
  expect((await first).state).toBe('done')
})
