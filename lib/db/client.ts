import 'server-only'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '@/lib/clock'
import { migrate } from '@/lib/db/migrate'
import { OneAtATime } from '@/lib/db/one-at-a-time'
import { environment } from '@/lib/env'
import { PrismaClient } from '@/lib/generated/prisma/client'
import { once } from '@/lib/once'

export type Db = PrismaClient
/** Inside a transaction. */
export type Tx = Omit<Db, '$connect' | '$disconnect' | '$on' | '$use' | '$extends' | '$transaction'>

/**
 * Opens the database file under `dataDir`, migrated, with the settings that protect money: WAL, `synchronous=FULL`
 * (better-sqlite3 is built with NORMAL for WAL, which may forget the last commits), foreign keys on.
 * @throws StudioError when the file can't be migrated
 */
export async function openDb(dataDir: string): Promise<Db> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = join(dataDir, 'squero.db')
  migrate(file, join(process.cwd(), 'prisma/migrations'), systemClock())
  return openFile(file)
}

/** A database file that is migrated, with the same settings. */
export async function openFile(file: string): Promise<Db> {
  const adapter = new OneAtATime({ url: `file:${file}`, timeout: 10_000 }, { timestampFormat: 'unixepoch-ms' })
  // Minimal: Prisma's longer messages repeat the values of a call, and those may be prompts or links.
  const db = new PrismaClient({ adapter, errorFormat: 'minimal' })
  await db.$executeRawUnsafe('PRAGMA synchronous = FULL')
  await db.$executeRawUnsafe('PRAGMA foreign_keys = ON')
  // A connection reads the settings of a search table when it first meets it. That must not be inside of a transaction,
  // where a trigger would meet it first: one that has read can't write any more once another process has.
  await db.$queryRawUnsafe('SELECT rowid FROM "LibrarySearch" LIMIT 0')
  return db
}

/** The studio's database, opened on first use. */
export function studioDb(): Promise<Db> {
  return once('db', () => openDb(environment().dataDir))
}
