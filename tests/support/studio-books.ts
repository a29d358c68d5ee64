import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import * as z from 'zod'
import { STATES } from '@/lib/generations/state'

const stored = z.string().nullable()
const json = stored.transform((text) =>
  text === null ? null : z.record(z.string(), z.unknown()).parse(JSON.parse(text)),
)

const generation = z.object({
  id: z.string(),
  accountId: z.string(),
  state: z.enum(STATES),
  modelId: z.string(),
  prompt: z.string(),
  quoteMicroUsd: z.number(),
  queueId: stored,
  downloadUrl: stored,
  downloadGets: z.number(),
  day: z.string(),
  projectId: stored,
  problem: json,
  refund: stored,
  assetHash: stored,
  leaseOwner: stored,
  deletedAt: z.number().nullable(),
})

const attempt = z.object({ generationId: z.string(), number: z.number(), outcome: stored, evidence: json })

const ledgerEntry = z.object({
  generationId: z.string(),
  kind: z.enum(['reserve', 'charge', 'release', 'refund', 'correction']),
  microUsd: z.number(),
  evidence: json,
})

const tally = z.object({
  accountId: z.string(),
  scope: z.enum(['day', 'project']),
  key: z.string(),
  microUsd: z.number(),
})
const asset = z.object({ hash: z.string(), bytes: z.number() })

export type StudioGeneration = z.infer<typeof generation>
export type StudioAttempt = z.infer<typeof attempt>
export type StudioLedgerEntry = z.infer<typeof ledgerEntry>

export interface StudioBooks {
  generations: StudioGeneration[]
  attempts: StudioAttempt[]
  ledger: StudioLedgerEntry[]
  tallies: z.infer<typeof tally>[]
  assets: z.infer<typeof asset>[]
  /** What SQLite finds wrong with its own file; empty when it is whole. */
  damage: string[]
}

const NOTHING: StudioBooks = { generations: [], attempts: [], ledger: [], tallies: [], assets: [], damage: [] }

/** The studio's database file, read beside it, at one moment. Before the first migration there is nothing in it. */
export function readStudioBooks(dataDir: string): StudioBooks {
  return reading(dataDir, NOTHING, (database, rows) => ({
    generations: rows('SELECT * FROM "Generation"', generation),
    attempts: rows('SELECT * FROM "Attempt" ORDER BY generationId, number', attempt),
    ledger: rows('SELECT * FROM "LedgerEntry" ORDER BY id', ledgerEntry),
    tallies: rows('SELECT * FROM "SpendTally"', tally),
    assets: rows('SELECT * FROM "Asset"', asset),
    damage: damageOf(database),
  }))
}

/** Its generations alone, or those of them that are named. */
export function readGenerations(dataDir: string, ids?: readonly string[]): StudioGeneration[] {
  const those = ids ? ` WHERE id IN (${ids.map(() => '?').join(', ')})` : ''
  return reading(dataDir, [], (_, rows) => rows(`SELECT * FROM "Generation"${those}`, generation, ids))
}

type Rows = <T>(sql: string, schema: z.ZodType<T>, values?: readonly string[]) => T[]

function reading<T>(dataDir: string, nothing: T, work: (database: Database.Database, rows: Rows) => T): T {
  const file = join(dataDir, 'squero.db')
  if (!existsSync(file)) return nothing
  const database = new Database(file, { readonly: true, timeout: 10_000 })
  try {
    if (database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'SpendTally'").get() === undefined) return nothing
    const rows: Rows = (sql, schema, values = []) => z.array(schema).parse(database.prepare(sql).all(...values))
    return database.transaction(() => work(database, rows))()
  } finally {
    database.close()
  }
}

function damageOf(database: Database.Database): string[] {
  const checks = z.array(z.string()).parse(database.prepare('PRAGMA integrity_check').pluck().all())
  const orphans = database.prepare('PRAGMA foreign_key_check').all()
  return [...checks.filter((line) => line !== 'ok'), ...orphans.map((row) => `an orphan: ${JSON.stringify(row)}`)]
}
