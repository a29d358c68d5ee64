import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import { openDb } from '@/lib/db/client'
import { migrate } from '@/lib/db/migrate'

const NOW = 1_800_000_000_000
/** In their order: one that was released is never renamed. */
const NAMES = [
  '20261123000000_first',
  '20261124000000_money',
  '20261125000000_media',
  '20261126000000_transcripts',
  '20261129000000_library',
  '20261130000000_doors',
]
let folder: string
let file: string

beforeEach(() => {
  const dir = mkdtempSync(join(tmpdir(), 'squero-migrate-'))
  folder = join(dir, 'migrations')
  file = join(dir, 'squero.db')
  cpSync('prisma/migrations', folder, { recursive: true })
})

describe('migrations', () => {
  it('are applied once, and recorded the way Prisma does', () => {
    expect(migrate(file, folder, NOW)).toEqual(NAMES)
    expect(migrate(file, folder, NOW)).toEqual([])
    const rows = new Database(file)
      .prepare('SELECT migration_name, length(checksum) AS checksum FROM _prisma_migrations')
      .all()
    expect(rows).toEqual(NAMES.map((name) => ({ migration_name: name, checksum: 64 })))
  })

  it('are all or nothing: one that fails leaves the file as it was', () => {
    writeFileSync(join(folder, '20261123000000_first/migration.sql'), 'CREATE TABLE a (x); CREATE TABLE a (x);')
    expect(() => migrate(file, folder, NOW)).toThrow(/already exists/)
    expect(new Database(file).prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all()).toEqual([])
  })

  it('refuse a migration that was changed after it was applied', () => {
    migrate(file, folder, NOW)
    writeFileSync(join(folder, '20261123000000_first/migration.sql'), 'SELECT 1')
    expect(() => migrate(file, folder, NOW)).toThrow(/not the one this database was made with/)
  })

  it('refuse a database of a newer Squero', () => {
    migrate(file, folder, NOW)
    new Database(file).exec("UPDATE _prisma_migrations SET migration_name = '2099_later'")
    expect(() => migrate(file, folder, NOW)).toThrow(/newer Squero/)
  })
})

it('the database forgets nothing at a power cut: WAL, synchronous FULL, foreign keys', async () => {
  const db = await openDb(mkdtempSync(join(tmpdir(), 'squero-db-')))
  const pragmas = await Promise.all(
    ['journal_mode', 'synchronous', 'foreign_keys'].map((name) =>
      db
        .$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`)
        .then(([row]) => String(Object.values(row ?? {})[0])),
    ),
  )
  expect(pragmas).toEqual(['wal', '2', '1'])
  await db.$disconnect()
})

it('every table of the schema takes a row: the migration and the schema agree', async () => {
  const db = await openDb(mkdtempSync(join(tmpdir(), 'squero-db-')))
  const counts = await Promise.all([
    db.account.findMany(),
    db.generation.findMany({ include: { account: true, asset: true, attempts: true, ledger: true } }),
    db.attempt.findMany(),
    db.ledgerEntry.findMany(),
    db.asset.findMany(),
    db.derivative.findMany(),
    db.catalogueCopy.findMany(),
    db.knownPrice.findMany(),
    db.spendingRules.findMany(),
    db.project.findMany(),
    db.spendTally.findMany(),
    db.usageEntry.findMany(),
    db.usageReading.findMany(),
    db.rateBudget.findMany(),
    db.tag.findMany({ include: { uses: true } }),
    db.savedSearch.findMany(),
    db.libraryCount.findMany(),
    db.libraryEntry.findMany({ include: { generation: { include: { tags: true, from: true } } } }),
  ])
  expect(counts.flat()).toEqual([])
  await db.$disconnect()
})
