import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { studioAccount } from '@/lib/account'
import { studioDb } from '@/lib/db/client'
import { deleteGeneration } from '@/lib/generations/delete'
import { mediaFolder } from '@/lib/generations/media-folder'
import { findAsset, saveDerivativeRow } from '@/lib/generations/store'
import { exportEverything } from '@/lib/library/archive/export/export'
import { acceptDerivative } from '@/lib/media/accept'
import { type Bought, buyClip, importBytes, MADE_AT, saveArchive, writeRow } from '@/tests/support/archive'
import { everythingOf, wipe } from '@/tests/support/archive-books'
import { picture } from '@/tests/support/files'
import { openTestLibrary, send } from '@/tests/support/library'
import { testedByTools, unzipAll } from '@/tests/support/unzip'

const library = openTestLibrary()
const folder = mkdtempSync(join(tmpdir(), 'squero-archive-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ARCHIVE = join(folder, 'all.zip')
let before: Awaited<ReturnType<typeof everythingOf>>
let accountId: string
let clips: Bought[]

/** A library with something of everything. */
beforeAll(async () => {
  const db = await studioDb()
  accountId = (await studioAccount()).id
  const other = { id: 'other-1', baseUrl: 'https://api.example/v1', keyFingerprint: 'secret-print', sandbox: false }
  await db.account.create({ data: { ...other, createdAt: MADE_AT } })
  await db.spendingRules.create({ data: { accountId, timeZone: 'Europe/Rome', dayCapMicroUsd: 5_000_000n } })
  const film = { id: 'p-film', accountId, name: 'Film', capMicroUsd: 9_000_000n, createdAt: MADE_AT }
  await db.project.create({ data: film })
  // Its part comes before it by id.
  await db.project.create({ data: { id: 'p-act', accountId, name: 'Act 1', parentId: 'p-film', createdAt: MADE_AT } })
  await db.savedSearch.create({ data: { id: 's-1', accountId, name: 'Best', query: 'rating=4', createdAt: MADE_AT } })
  const anna = await send(await picture('png', 64, 48), 'anna.png')
  if (!anna.ok) throw new Error(anna.sentence)
  const first = await buyClip({
    prompt: 'First',
    tags: ['Night', 'Été'],
    rating: 4,
    remark: '="note"',
    projectId: 'p-act',
  })
  clips = [
    first,
    await buyClip({ prompt: 'Second, of it', fromId: first.id, uses: [anna.medium.hash], projectId: 'p-film' }),
    await buyClip({
      prompt: 'Corrected and refunded in part',
      lines: [
        { kind: 'reserve', basis: 'press' },
        { kind: 'charge', basis: 'quote' },
        { kind: 'correction', basis: 'history', microUsd: -50_000 },
        { kind: 'refund', basis: 'answer', microUsd: 100_000 },
      ],
    }),
  ]
  const [, , third] = clips
  await writeRow('other-1', { prompt: 'Of another key', hash: first.hash })
  await writeRow(accountId, {
    prompt: 'Rejected',
    state: 'rejected',
    lines: [
      { kind: 'reserve', basis: 'press' },
      { kind: 'release', basis: 'answer' },
    ],
  })
  await writeRow(accountId, { prompt: 'Unclear', state: 'uncertain', lines: [{ kind: 'reserve', basis: 'press' }] })
  const gone = await buyClip({ prompt: 'Deleted' })
  await deleteGeneration(gone.id)
  const words = await writeRow(accountId, { prompt: 'https://youtu.be/x', kind: 'transcript' })
  await db.transcript.create({
    data: { generationId: words, url: 'https://youtu.be/x', videoId: 'aaaaaaaaaaa', text: 'words' },
  })
  await db.usageEntry.create({
    data: {
      accountId,
      identity: 'u-1',
      sku: 'vetro',
      amountMicro: -350_000n,
      currency: 'USD',
      at: MADE_AT,
      body: { a: 1 },
      generationId: first.id,
      role: 'charge',
    },
  })
  const damaged = await writeRow(accountId, { prompt: 'Damaged', state: 'quarantined' })
  writeFileSync(join((await mediaFolder()).quarantine, `${damaged}.received`), 'what came')
  const clip = await findAsset(third?.hash ?? '')
  if (!clip) throw new Error('There is no clip.')
  const poster = await acceptDerivative({
    folder: await mediaFolder(),
    hash: clip.hash,
    kind: 'poster',
    bytes: await picture('png', 64, 36),
    clip,
  })
  if (poster.ok) await saveDerivativeRow(clip.hash, poster.facts)
  before = await everythingOf(library.dataDir)
  await saveArchive(await exportEverything(), ARCHIVE)
})

const importFile = () => importBytes(readFileSync(ARCHIVE))

const NOTHING = { added: 0, restored: 0, files: 0, uploads: 0, projects: 0, searches: 0, usage: 0, toldInAll: 0 }

describe('an export of everything', () => {
  test('is opened by the zip tools there are', () => {
    expect(testedByTools(ARCHIVE).filter(({ complaint }) => complaint !== null)).toEqual([])
  })

  test('holds every file as it is, and counts what is in it', async () => {
    const files = await unzipAll(ARCHIVE)
    for (const { hash, bytes } of clips) expect(files.get(`media/${hash}.mp4`)).toEqual(bytes)
    expect(JSON.parse(String(files.get('archive.json')))).toMatchObject({
      format: 'squero-archive',
      version: 1,
      counts: {
        accounts: 2,
        projects: 2,
        tags: 2,
        searches: 1,
        generations: 9,
        ledger: 19,
        usage: 1,
        media: 4,
        assets: 5,
      },
    })
    expect([...files.keys()].at(-1)).toBe('archive.json')
    const table = String(files.get('generations.csv')).split('\r\n')
    expect(table).toHaveLength(11)
    // A spreadsheet does not run what the person wrote.
    expect(table.join('\n')).toContain(`"'=""note"""`)
    expect(String(files.get('ledger.csv')).split('\r\n')).toHaveLength(21)
  })

  test('tells no key, nothing of one, and no download link', async () => {
    const texts = [...(await unzipAll(ARCHIVE))].filter(([name]) => !/^(media|posters)/.test(name))
    const all = texts.map(([, content]) => content.toString('latin1')).join('\n')
    expect(all).toContain('First')
    const { keyFingerprint } = await (await studioDb()).account.findUniqueOrThrow({ where: { id: accountId } })
    for (const secret of ['secret-print', keyFingerprint, 'cdn.example/secret', 'leaseOwner']) {
      expect(all).not.toContain(secret)
    }
  })
})

describe('an import', () => {
  test('into an empty studio brings everything back', async () => {
    await wipe(library.dataDir, accountId)
    const view = await importFile()
    expect(view).toMatchObject({ state: 'done', sentence: null, report: { added: 9, files: 4, uploads: 1, told: [] } })
    expect(view.done).toBe(view.total)
    expect(await everythingOf(library.dataDir)).toEqual(before)
  })

  test('into the studio it came from changes nothing', async () => {
    const view = await importFile()
    expect(view.report).toMatchObject({ ...NOTHING, known: 9 })
    expect(await everythingOf(library.dataDir)).toEqual(before)
  })

  test('brings back what was deleted meanwhile, with the ledger it has', async () => {
    const [first, second] = clips
    if (!first || !second) throw new Error('There are no clips.')
    expect(await deleteGeneration(second.id)).toEqual({ ok: true })
    const view = await importFile()
    expect(view.report).toMatchObject({ ...NOTHING, restored: 1, files: 1, known: 8 })
    expect(await everythingOf(library.dataDir)).toEqual(before)
  })

  test('leaves what the person did since as it is', async () => {
    const db = await studioDb()
    const id = clips[0]?.id ?? ''
    await db.generation.update({ where: { id }, data: { rating: 1, remark: 'mine', projectId: null } })
    await importFile()
    const row = await db.generation.findUniqueOrThrow({ where: { id } })
    expect(row).toMatchObject({ rating: 1, remark: 'mine', projectId: null })
  })

  test('puts clips into the project of the same name, and says so', async () => {
    await wipe(library.dataDir, accountId)
    const db = await studioDb()
    await db.project.create({ data: { id: 'mine', accountId, name: 'Film', createdAt: MADE_AT } })
    const view = await importFile()
    expect(view.report.told).toEqual([
      { id: 'p-film', sentence: 'The project “Film” is here already: its clips came into that one.' },
    ])
    expect(await db.generation.count({ where: { projectId: 'mine' } })).toBe(1)
    expect((await db.project.findUniqueOrThrow({ where: { id: 'p-act' } })).parentId).toBe('mine')
    const tally = await db.spendTally.findFirst({ where: { scope: 'project', key: 'mine' } })
    expect(tally?.microUsd).toBe(350_000n)
  })
})
