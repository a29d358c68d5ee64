import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSession } from '@/lib/access/sessions'
import { studioAccount } from '@/lib/account'
import { type BackupOrder, backUp } from '@/lib/backup/back-up'
import { type BackupDamaged, checkBackup } from '@/lib/backup/check'
import { restoreBackup } from '@/lib/backup/restore'
import { openAsItIs } from '@/lib/db/as-it-is'
import { type Db, studioDb } from '@/lib/db/client'
import { migrate } from '@/lib/db/migrate'
import { examine } from '@/lib/library/doctor/examine'
import { mediaFolderIn } from '@/lib/media/folder'
import { clipPath } from '@/lib/media/store'
import { type Bought, buyClip, buyDamaged, writeRow } from '@/tests/support/archive'
import { picture } from '@/tests/support/files'
import { openTestLibrary, send } from '@/tests/support/library'
import { mountSmallDisk } from '@/tests/support/small-disk'

const library = openTestLibrary()
const NOW = Date.UTC(2026, 10, 29, 22, 10)
const KEY = 'canary-key-3f9a'
const places: string[] = []
let db: Db
let clip: Bought
let damaged: string
let waiting: string
let under: string

function newPlace(): string {
  const place = mkdtempSync(join(tmpdir(), 'squero-backup-'))
  places.push(place)
  return place
}

const order = (into: string, more: Partial<BackupOrder> = {}): BackupOrder => ({
  dataDir: library.dataDir,
  into,
  now: NOW,
  squero: '0.0.0',
  ...more,
})
const restore = (from: string, dataDir: string) =>
  restoreBackup({ from, dataDir, migrations: 'prisma/migrations', now: NOW })
const media = (file: string) => join(library.dataDir, 'media', file)

beforeAll(async () => {
  db = await studioDb()
  const { id } = await studioAccount()
  await send(await picture('png', 30, 20))
  clip = await buyClip({ tags: ['kept'] })
  damaged = await buyDamaged(id)
  waiting = await writeRow(id, { state: 'waiting', lines: [{ kind: 'reserve', basis: 'press' }] })
  // A download under way: 6 of 9 bytes are safe.
  under = await writeRow(id, { state: 'receiving' })
  const partial = { file: `${under}.0123456789ab.part`, bytes: 6, atRest: false, tag: '"t"', length: 20 }
  writeFileSync(media(`clips/${partial.file}`), 'safe: not')
  await db.generation.update({ where: { id: under }, data: { partial, leaseOwner: 'somebody' } })
  // What has no business in a backup.
  for (const name of ['settings.json', 'venice.key', 'share.secret', '.env'])
    writeFileSync(join(library.dataDir, name), KEY)
  writeFileSync(media('clips/holiday.mp4'), KEY)
})
afterAll(() => {
  for (const place of places) rmSync(place, { recursive: true, force: true })
})

/** Every file in a folder, without its own name. */
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => !one.isDirectory())
    .map((one) => join(one.parentPath, one.name).slice(folder.length + 1))
    .sort()

async function findingsIn(dataDir: string): Promise<string[]> {
  const restored = await openAsItIs(dataDir)
  const told: string[] = []
  for await (const { about, what } of examine({ db: restored, folder: mediaFolderIn(dataDir), deep: true, now: NOW })) {
    told.push(`${about}: ${what}`)
  }
  await restored.$disconnect()
  return told
}

describe('a backup', () => {
  test('holds database, media and what is safe of a download, and no key', async () => {
    const { folder, manifest } = await backUp(order(newPlace()))
    expect(folder.endsWith('squero-20261129-221000')).toBe(true)
    const files = filesIn(folder)
    expect(files).toEqual([...manifest.files.map(({ path }) => path), 'squero-backup.json'].sort())
    expect(files).toContain(`media/clips/${clip.hash}.mp4`)
    expect(files).toContain(`media/quarantine/${damaged}.received`)
    expect(files.filter((path) => path.startsWith('media/uploads/'))).toHaveLength(1)
    expect(files.filter((path) => path.startsWith('sandbox/')).sort()).toEqual([
      'sandbox/jobs.jsonl',
      'sandbox/ledger.jsonl',
      'sandbox/port',
    ])
    expect(readFileSync(join(folder, `media/clips/${under}.0123456789ab.part`), 'utf8')).toBe('safe: ')
    expect(manifest.missing).toEqual([])
    for (const path of files) expect(readFileSync(join(folder, path)).includes(KEY), path).toBe(false)
  })

  test('costs no room for what does not change: a second name on the same disk, unless a copy is asked for', async () => {
    const place = newPlace()
    const path = `media/clips/${clip.hash}.mp4`
    const inode = (folder: string) => lstatSync(join(folder, path)).ino
    const first = await backUp(order(place))
    expect(inode(first.folder)).toBe(inode(library.dataDir))
    const second = await backUp(order(place, { copy: true }))
    expect(second.folder).toBe(`${first.folder}-2`)
    expect(inode(second.folder)).not.toBe(inode(library.dataDir))
    // As on another disk: what the last backup has is not copied again.
    const third = await backUp(order(place, { copy: true, now: NOW + 60_000 }))
    expect(inode(third.folder)).toBe(inode(second.folder))
    expect(third.manifest.files).toEqual(second.manifest.files)
    expect(await checkBackup(third.folder)).toEqual(third.manifest)
  })

  test('is not made in the data folder, nor of a folder without a library', async () => {
    await expect(backUp(order(library.dataDir))).rejects.toMatchObject({ code: 'backup-inside' })
    await expect(backUp(order(join(library.dataDir, 'media/backups')))).rejects.toMatchObject({ code: 'backup-inside' })
    await expect(backUp(order(newPlace(), { dataDir: newPlace() }))).rejects.toMatchObject({ code: 'no-database' })
    expect(existsSync(join(library.dataDir, 'media/backups'))).toBe(false)
  })

  test('says what the library itself lacks, and what is not whole there', async () => {
    const path = `media/clips/${clip.hash}.mp4`
    writeFileSync(clipPath(mediaFolderIn(library.dataDir), clip.hash), Buffer.alloc(clip.bytes.length))
    const { folder, manifest } = await backUp(order(newPlace(), { copy: true }))
    expect(manifest.missing).toEqual([path])
    expect(existsSync(join(folder, path))).toBe(false)
    // By a second name too: what its own name says is not believed.
    const linked = await backUp(order(newPlace()))
    expect([linked.manifest.missing, existsSync(join(linked.folder, path))]).toEqual([[path], false])
    rmSync(join(library.dataDir, path))
    expect((await backUp(order(newPlace()))).manifest.missing).toEqual([path])
    writeFileSync(join(library.dataDir, path), clip.bytes)
  })

  test('is not made of a damaged database, and leaves nothing', async () => {
    const dataDir = newPlace()
    cpSync((await backUp(order(newPlace()))).folder, dataDir, { recursive: true })
    const file = join(dataDir, 'squero.db')
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill(7, 4096, bytes.length - 4096))
    const into = newPlace()
    await expect(backUp(order(into, { dataDir }))).rejects.toMatchObject({ code: 'database-damaged' })
    expect(readdirSync(into)).toEqual([])
  })

  test('that a killed process left is removed after a day', async () => {
    const into = newPlace()
    const [old, young] = ['squero-20261127-000000.part', 'squero-20261129-220000.part'].map((one) => join(into, one))
    for (const folder of [old, young]) mkdirSync(folder ?? '')
    utimesSync(old ?? '', 0, NOW / 1000 - 25 * 3600)
    utimesSync(young ?? '', 0, NOW / 1000 - 600)
    await backUp(order(into))
    expect(readdirSync(into)).toEqual(['squero-20261129-220000.part', 'squero-20261129-221000'])
  })
})

describe('a restored backup', () => {
  test('is a whole library: the doctor finds nothing, and every row is there', async () => {
    const { folder, manifest } = await backUp(order(newPlace()))
    const dataDir = join(newPlace(), 'new')
    const restored = await restore(folder, dataDir)
    expect(restored).toMatchObject({ generations: await db.generation.count(), waiting: 1 })
    expect(filesIn(dataDir)).toEqual(manifest.files.map(({ path }) => path).sort())
    expect(await findingsIn(dataDir)).toEqual([])
  })

  test('holds back what waited to be sent, and belongs to nobody', async () => {
    const { folder } = await backUp(order(newPlace()))
    const dataDir = newPlace()
    await restore(folder, dataDir)
    const restored = new Database(join(dataDir, 'squero.db'), { readonly: true })
    const row = (id: string) => restored.prepare('SELECT * FROM "Generation" WHERE "id" = ?').get(id)
    expect(row(waiting)).toMatchObject({ state: 'waiting' })
    expect(row(under)).toMatchObject({ state: 'receiving', leaseOwner: null, version: 1 })
    expect(restored.prepare('SELECT "sendingPausedAt" AS "at" FROM "Account"').all()).toEqual([{ at: NOW }])
    expect(restored.pragma('integrity_check', { simple: true })).toBe('ok')
    restored.close()
  })

  test('never goes where something is', async () => {
    const { folder } = await backUp(order(newPlace()))
    const dataDir = newPlace()
    writeFileSync(join(dataDir, 'notes.txt'), 'mine')
    await expect(restore(folder, dataDir)).rejects.toMatchObject({ code: 'not-empty' })
    expect(filesIn(dataDir)).toEqual(['notes.txt'])
  })

  test('signs nobody in', async () => {
    const agent = { role: 'owner' as const, passwordMark: 'm', agent: null, now: NOW }
    await openSession(db, agent)
    const dataDir = newPlace()
    await restore((await backUp(order(newPlace()))).folder, dataDir)
    const restored = new Database(join(dataDir, 'squero.db'), { readonly: true })
    expect(restored.prepare('SELECT count(*) AS "count" FROM "Session"').get()).toEqual({ count: 0 })
    restored.close()
    await db.session.deleteMany()
  })

  test('does not go over a library that appeared meanwhile, and takes back only its own', async () => {
    const { folder } = await backUp(order(newPlace()))
    const dataDir = newPlace()
    const meanwhile = {
      from: folder,
      dataDir,
      migrations: 'prisma/migrations',
      // Asked for when all is copied.
      get now() {
        writeFileSync(join(dataDir, 'squero.db'), 'another')
        writeFileSync(join(dataDir, 'media/clips/another.mp4'), 'clip')
        return NOW
      },
    }
    await expect(restoreBackup(meanwhile)).rejects.toMatchObject({ code: 'not-empty' })
    expect(filesIn(dataDir)).toEqual(['media/clips/another.mp4', 'squero.db'])
    expect(readFileSync(join(dataDir, 'squero.db'), 'utf8')).toBe('another')
  })

  test('of the first release is one of this release', async () => {
    const dataDir = newPlace()
    const first = newPlace()
    cpSync('prisma/migrations/20261123000000_first', join(first, '20261123000000_first'), { recursive: true })
    migrate(join(dataDir, 'squero.db'), first, NOW)
    const { folder } = await backUp(order(newPlace(), { dataDir }))
    const place = newPlace()
    await restore(folder, place)
    expect(await findingsIn(place)).toEqual([])
  })
})

describe('a full disk', () => {
  const disk = mountSmallDisk(1)
  afterAll(() => disk?.remove())

  test.skipIf(!disk)('is named, and nothing is left on it (needs root on Linux, to mount a small disk)', async () => {
    const place = disk?.path ?? ''
    disk?.fillUpTo(300_000)
    const full = { code: 'no-room', message: expect.stringContaining(place) }
    await expect(backUp(order(place))).rejects.toMatchObject(full)
    expect(readdirSync(place)).toEqual(['filler'])
    const { folder } = await backUp(order(newPlace()))
    const dataDir = join(place, 'new')
    await expect(restore(folder, dataDir)).rejects.toMatchObject(full)
    expect(readdirSync(place)).toEqual(['filler'])
  })
})

describe('a backup that is killed in the middle', () => {
  test('never stands under a name of a backup', async () => {
    const into = newPlace()
    const args = ['--import', 'tsx', '--conditions=react-server', 'lib/cli/backup.ts', into, '--copy']
    const child = spawn(process.execPath, args, { env: { ...process.env, SQUERO_DATA_DIR: library.dataDir } })
    await expect.poll(() => readdirSync(into).length, { timeout: 30_000, interval: 1 }).toBe(1)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const named = readdirSync(into).filter((name) => !name.endsWith('.part'))
    await Promise.all(named.map((name) => checkBackup(join(into, name))))
    // The next one is not kept from being made.
    await checkBackup((await backUp(order(into))).folder)
  })
})

describe('a damaged backup is named and refused', () => {
  let good: string
  beforeAll(async () => {
    good = (await backUp(order(newPlace()))).folder
  })

  const clipIn = () => `media/clips/${clip.hash}.mp4`
  const change = (text: string, to: (content: Record<string, unknown>) => unknown) =>
    JSON.stringify(to(JSON.parse(text)))
  const rewrite = (folder: string, to: (content: Record<string, unknown>) => unknown) => {
    const file = join(folder, 'squero-backup.json')
    writeFileSync(file, change(readFileSync(file, 'utf8'), to))
  }
  const flip = (path: string) => {
    const bytes = readFileSync(path)
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    writeFileSync(path, bytes)
  }
  const CASES: [string, (folder: string) => void, () => RegExp][] = [
    ['a clip with one bit turned', (folder) => flip(join(folder, clipIn())), () => /mp4 is not what it was/],
    ['a clip cut short', (folder) => truncateSync(join(folder, clipIn()), 9), () => /mp4 has 9 bytes, not \d+/],
    ['a clip that is gone', (folder) => rmSync(join(folder, clipIn())), () => /mp4 is missing/],
    ['a database with one bit turned', (folder) => flip(join(folder, 'squero.db')), () => /squero\.db is not what/],
    ['no manifest', (folder) => rmSync(join(folder, 'squero-backup.json')), () => /was not finished/],
    [
      'half a manifest',
      (folder) => truncateSync(join(folder, 'squero-backup.json'), 300),
      () => /squero-backup\.json is not as/,
    ],
    ['a manifest without a database', (folder) => rewrite(folder, (one) => ({ ...one, files: [] })), () => /is not as/],
    [
      'a manifest that leads out of the folder',
      (folder) =>
        rewrite(folder, (one) => ({
          ...one,
          files: [{ path: 'media/clips/../../../x', bytes: 1, sha256: 'ab'.repeat(32) }],
        })),
      () => /is not as/,
    ],
    [
      'a link in place of a clip',
      (folder) => {
        rmSync(join(folder, clipIn()))
        symlinkSync('/etc/hostname', join(folder, clipIn()))
      },
      () => /mp4 is missing/,
    ],
  ]

  test.each(CASES)('%s', async (_, damage, told) => {
    const folder = join(newPlace(), 'backup')
    cpSync(good, folder, { recursive: true })
    damage(folder)
    const dataDir = join(newPlace(), 'new')
    await expect(checkBackup(folder)).rejects.toThrow(told())
    await expect(restore(folder, dataDir)).rejects.toThrow(told())
    expect(existsSync(dataDir)).toBe(false)
  })

  test('all that is wrong with it at once', async () => {
    const folder = join(newPlace(), 'backup')
    cpSync(good, folder, { recursive: true })
    flip(join(folder, clipIn()))
    flip(join(folder, `media/quarantine/${damaged}.received`))
    const empty = newPlace()
    const refused: BackupDamaged = await restore(folder, empty).then(
      () => expect.unreachable(),
      (error) => error,
    )
    expect(refused.files).toHaveLength(2)
    expect(readdirSync(empty)).toEqual([])
  })

  test('what is whole can be had without the rest, but not without the database', async () => {
    const folder = join(newPlace(), 'backup')
    cpSync(good, folder, { recursive: true })
    flip(join(folder, clipIn()))
    rmSync(join(folder, `media/quarantine/${damaged}.received`))
    const order = { from: folder, migrations: 'prisma/migrations', now: NOW, withoutDamaged: true }
    const dataDir = newPlace()
    const restored = await restoreBackup({ ...order, dataDir })
    expect(restored.leftOut).toEqual([
      `${clipIn()} is not what it was: its checksum is another.`,
      `media/quarantine/${damaged}.received is missing.`,
    ])
    expect(restored.generations).toBe(await db.generation.count())
    expect(existsSync(join(dataDir, clipIn()))).toBe(false)
    flip(join(folder, 'squero.db'))
    await expect(restoreBackup({ ...order, dataDir: newPlace() })).rejects.toThrow('squero.db')
  })

  test('one of a newer Squero', async () => {
    const dataDir = newPlace()
    cpSync(join(good, 'squero.db'), join(dataDir, 'squero.db'))
    new Database(join(dataDir, 'squero.db')).exec("UPDATE _prisma_migrations SET migration_name = '2099_later'")
    const { folder } = await backUp(order(newPlace(), { dataDir }))
    await expect(restore(folder, join(newPlace(), 'new'))).rejects.toMatchObject({ code: 'database-newer' })
  })
})

describe('npm run backup and npm run restore', () => {
  const run = (script: string, ...args: string[]) => {
    const command = ['node_modules/tsx/dist/cli.mjs', '--conditions=react-server', `lib/cli/${script}.ts`, ...args]
    const { status, stdout, stderr } = spawnSync(process.execPath, command, {
      encoding: 'utf8',
      env: { ...process.env, SQUERO_DATA_DIR: library.dataDir },
    })
    return { status, said: `${stdout}${stderr}` }
  }

  test('back up, check and restore, in words', () => {
    const into = newPlace()
    const made = run('backup', into)
    expect([made.status, made.said]).toEqual([
      0,
      expect.stringMatching(/squero-\d{8}-\d{6}: \d+ files, [\d.]+ MB\.\n$/),
    ])
    const folder = join(into, readdirSync(into)[0] ?? '')
    expect(run('restore', folder, '--check')).toEqual({ status: 0, said: expect.stringContaining('is whole') })
    const refused = run('restore', folder)
    expect(refused).toEqual({ status: 1, said: expect.stringContaining('nothing is ever written over') })
    const restored = run('restore', folder, join(newPlace(), 'new'))
    expect(restored).toEqual({ status: 0, said: expect.stringContaining('1 of them waits to be sent, and is paused') })
  })

  test('say what to give them', () => {
    expect(run('backup')).toEqual({ status: 1, said: expect.stringContaining('npm run backup -- /mnt/backups') })
    expect(run('restore')).toEqual({ status: 1, said: expect.stringContaining('npm run restore -- ') })
  })
})
