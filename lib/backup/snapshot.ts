import 'server-only'
import { open } from 'node:fs/promises'
import Database from 'better-sqlite3'
import { StudioError } from '@/lib/errors'
import type { PartFile } from '@/lib/media/part'

/** All the pages that are left, in one step: between two of them a write elsewhere would begin the copy anew. */
const ALL_PAGES = 2 ** 31 - 1

/**
 * Copies a database as it is at one moment, by SQLite's backup API, while others write to it. The copy is one file, read
 * through and fsynced.
 * @throws StudioError `database-damaged` when SQLite finds the copy damaged
 */
export async function snapshotDatabase(from: string, to: string): Promise<void> {
  const source = new Database(from, { readonly: true, fileMustExist: true, timeout: 30_000 })
  try {
    await source.backup(to, { progress: () => ALL_PAGES })
  } finally {
    source.close()
  }
  settleFile(to)
  await syncFile(to)
}

/**
 * Reads a database through and leaves it as a single file, without a log beside it.
 * @throws StudioError `database-damaged`
 */
export function settleFile(file: string): void {
  const database = new Database(file, { fileMustExist: true })
  try {
    database.pragma('journal_mode = DELETE')
    const [told] = database.pragma('quick_check(1)', { simple: false }) as { quick_check: string }[]
    if (told?.quick_check === 'ok') return
    throw damaged(told?.quick_check)
  } catch (error) {
    if (error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code))
      throw damaged(error.message)
    throw error
  } finally {
    database.close()
  }
}

const damaged = (told: string | undefined) =>
  new StudioError('database-damaged', `The database is damaged, and is not taken for a good one. SQLite says: ${told}`)

/** What is written of a file is on the disk. */
export async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Media that the rows of a database go by. */
export interface Wanted {
  assets: { hash: string; mime: string; bytes: number }[]
  /** Downloads that broke off, or are under way. */
  parts: PartFile[]
}

/** What must be there for a database to be whole, also one of an earlier release: the rule is `KEPT` of lib/generations. */
export function readWanted(file: string): Wanted {
  const database = new Database(file, { readonly: true, fileMustExist: true })
  try {
    const has = (table: string, column: string) =>
      database.prepare('SELECT 1 FROM pragma_table_info(?) WHERE name = ?').get(table, column) !== undefined
    if (!has('Asset', 'hash')) return { assets: [], parts: [] }
    const uses = has('AssetUse', 'assetHash') ? `OR "uploadedAt" IS NOT NULL OR ${USED}` : ''
    const assets = database
      .prepare<[], Wanted['assets'][number]>(`SELECT "hash", "mime", "bytes" FROM "Asset" WHERE ${MADE} ${uses}`)
      .all()
    const parts = has('Generation', 'partial') ? database.prepare<[], PartRow>(PARTS).all() : []
    return {
      assets,
      parts: parts.map(({ file: name, bytes, atRest }) => ({ file: name, bytes, atRest: atRest === 1 })),
    }
  } finally {
    database.close()
  }
}

interface PartRow {
  file: string
  bytes: number
  atRest: number
}

const MADE = `EXISTS (SELECT 1 FROM "Generation" WHERE "assetHash" = "Asset"."hash" AND "deletedAt" IS NULL)`
const USED = `EXISTS (SELECT 1 FROM "AssetUse" JOIN "Generation" ON "Generation"."id" = "generationId"
  WHERE "AssetUse"."assetHash" = "Asset"."hash" AND "deletedAt" IS NULL)`
const PARTS = `SELECT json_extract("partial", '$.file') AS "file", json_extract("partial", '$.bytes') AS "bytes",
  json_extract("partial", '$.atRest') AS "atRest" FROM "Generation"
  WHERE json_type("partial", '$.file') = 'text' AND json_type("partial", '$.bytes') = 'integer'`
