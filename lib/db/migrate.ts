import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { causeOf, StudioError } from '@/lib/errors'

// The table `prisma migrate deploy` keeps, so that Prisma's own tool stays usable on the same file.
const RECORD_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
  "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`

// Free of the WAL-reset corruption of 3.7.0–3.51.2 (sqlite.org/wal.html#walresetbug).
const SQLITE_FLOOR = [3, 51, 3] as const

/**
 * Applies what is missing of `prisma/migrations` to the database file, all or nothing, under SQLite's own write lock:
 * two processes that start at once do not both migrate.
 * @throws StudioError `migration-changed` when an applied migration no longer reads as it did, `database-newer` when
 * the file was written by a newer Squero, `migration-failed` when one can't be applied (all is as it was then),
 * `sqlite-too-old` when the library is known to corrupt WAL files
 */
export function migrate(file: string, folder: string, now: number): string[] {
  const database = new Database(file, { timeout: 30_000 })
  try {
    assertSqlite(database)
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    return database.transaction(() => applyMissing(database, folder, now)).exclusive()
  } finally {
    database.close()
  }
}

function applyMissing(database: Database.Database, folder: string, now: number): string[] {
  database.exec(RECORD_TABLE)
  const wanted = readMigrations(folder)
  const applied = new Map(
    database
      .prepare<[], { name: string; checksum: string }>(
        'SELECT migration_name AS name, checksum FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
      )
      .all()
      .map((row) => [row.name, row.checksum]),
  )
  assertKnown(applied, wanted)
  const missing = wanted.filter((migration) => !applied.has(migration.name))
  const record = database.prepare(
    'INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, started_at, applied_steps_count) VALUES (?, ?, ?, ?, ?, 1)',
  )
  for (const { name, sql, checksum } of missing) {
    apply(database, name, sql)
    record.run(randomUUID(), checksum, now, name, now)
  }
  return missing.map((migration) => migration.name)
}

function apply(database: Database.Database, name: string, sql: string): void {
  try {
    database.exec(sql)
  } catch (cause) {
    const help = 'Nothing was changed: the Squero it was made with still opens it.'
    const sentence = `The database can’t be brought up to date: ${name} failed (${causeOf(cause)}). ${help}`
    throw new StudioError('migration-failed', sentence, { cause })
  }
}

function readMigrations(folder: string) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

function assertKnown(applied: Map<string, string>, wanted: { name: string; checksum: string }[]) {
  const byName = new Map(wanted.map((migration) => [migration.name, migration.checksum]))
  for (const [name, checksum] of applied) {
    if (!byName.has(name)) {
      throw new StudioError('database-newer', `The database was written by a newer Squero (${name}). Start that one.`)
    }
    if (byName.get(name) !== checksum) {
      throw new StudioError('migration-changed', `Migration ${name} is not the one this database was made with.`)
    }
  }
}

function assertSqlite(database: Database.Database) {
  const version = String(database.prepare('SELECT sqlite_version()').pluck().get())
  const parts = version.split('.').map(Number)
  const older = SQLITE_FLOOR.findIndex((part, at) => (parts[at] ?? 0) !== part)
  if (older !== -1 && (parts[older] ?? 0) < (SQLITE_FLOOR[older] ?? 0)) {
    throw new StudioError('sqlite-too-old', `SQLite ${version} can corrupt its file: run npm ci again.`)
  }
}
