import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate } from '@/lib/db/migrate'

const NOW = 1_800_000_000_000
const ALL = 'prisma/migrations'
const NAMES = readdirSync(ALL, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []))
NAMES.sort()

const newPlace = () => mkdtempSync(join(tmpdir(), 'squero-upgrade-'))

/** A folder of the first so many migrations, as an earlier release had them. */
function migrationsOf(place: string, count: number): string {
  const folder = join(place, `first-${count}`)
  for (const name of NAMES.slice(0, count)) cpSync(join(ALL, name), join(folder, name), { recursive: true })
  return folder
}

/** A database as that release left it, with something in it. */
function databaseOf(place: string, count: number): string {
  const file = join(place, 'squero.db')
  migrate(file, migrationsOf(place, count), NOW)
  const database = new Database(file)
  database.exec(`
    INSERT INTO "Account" (id, baseUrl, keyFingerprint, sandbox, createdAt) VALUES ('a', 'sandbox', 'x', 1, ${NOW});
    INSERT INTO "Generation" (id, accountId, state, modelId, modelName, prompt, input, request, quoteMicroUsd, quotedAt,
      quoteInputs, dueAt, createdAt)
    VALUES ('kept', 'a', 'done', 'm', 'M', 'fog', '{}', '{}', 350000, ${NOW}, '{}', ${NOW}, ${NOW});
    INSERT INTO "LedgerEntry" (accountId, generationId, kind, microUsd, at)
    VALUES ('a', 'kept', 'reserve', 350000, ${NOW}), ('a', 'kept', 'charge', 350000, ${NOW})`)
  database.close()
  return file
}

/** Schema and rows, all of it, but for what SQLite keeps for itself. */
function contentOf(file: string) {
  const database = new Database(file, { readonly: true })
  const schema = database
    .prepare<[], { type: string; name: string; sql: string | null }>(
      'SELECT type, name, sql FROM sqlite_master ORDER BY type, name',
    )
    .all()
  const tables = schema.filter(({ type, sql }) => type === 'table' && !/VIRTUAL TABLE/i.test(sql ?? ''))
  const rows = tables.map(({ name }) => [name, database.prepare(`SELECT * FROM "${name}"`).all()])
  const whole = database.pragma('integrity_check', { simple: true })
  database.close()
  return { schema, rows, whole }
}

const schemaOf = (file: string) => contentOf(file).schema

describe('an upgrade', () => {
  it.each(NAMES.map((name, at) => [name, at + 1] as const))(
    'from the release that ended with %s gives the same database as a new one, and keeps what was in it',
    (_, count) => {
      const place = newPlace()
      const file = databaseOf(place, count)
      expect(migrate(file, ALL, NOW)).toEqual(NAMES.slice(count))
      const fresh = join(place, 'fresh.db')
      migrate(fresh, ALL, NOW)
      expect(schemaOf(file)).toEqual(schemaOf(fresh))
      const database = new Database(file, { readonly: true })
      expect(database.prepare('SELECT prompt FROM "Generation"').all()).toEqual([{ prompt: 'fog' }])
      expect(database.prepare('SELECT kind, microUsd FROM "LedgerEntry" ORDER BY id').all()).toEqual([
        { kind: 'reserve', microUsd: 350_000 },
        { kind: 'charge', microUsd: 350_000 },
      ])
      expect(database.pragma('foreign_key_check')).toEqual([])
      expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
      database.close()
    },
  )
})

describe('an upgrade that fails leaves the old state', () => {
  function broken(place: string, sql: string): string {
    const folder = migrationsOf(place, NAMES.length)
    mkdirSync(join(folder, '20991231000000_broken'))
    writeFileSync(join(folder, '20991231000000_broken/migration.sql'), sql)
    return folder
  }

  it.each([
    ['at its last statement', 'DELETE FROM "LedgerEntry"; DROP TABLE "LibraryEntry"; SELECT * FROM "Nowhere";'],
    ['in its grammar', 'UPDATE "Generation" SET prompt = 1; CREATE TABEL x (y);'],
    ['on what is there', 'CREATE UNIQUE INDEX "one" ON "LedgerEntry" ("generationId");'],
  ])('%s', (_, sql) => {
    const place = newPlace()
    const file = databaseOf(place, 1)
    const before = contentOf(file)
    expect(() => migrate(file, broken(place, sql), NOW)).toThrow(/20991231000000_broken .*Nothing was changed/)
    expect(contentOf(file)).toEqual(before)
    // The old release still opens it, and the mended one brings it up to date.
    expect(migrate(file, join(place, 'first-1'), NOW)).toEqual([])
    expect(migrate(file, ALL, NOW)).toEqual(NAMES.slice(1))
  })

  it('when the process is killed in the middle', async () => {
    const place = newPlace()
    const file = databaseOf(place, 1)
    const before = contentOf(file)
    const endless = `DELETE FROM "LedgerEntry"; CREATE TABLE "Junk" AS
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, hex(randomblob(500)) AS junk FROM n;`
    const script = `import { migrate } from '@/lib/db/migrate'
      migrate(${JSON.stringify(file)}, ${JSON.stringify(broken(place, endless))}, ${NOW})`
    const child = spawn(process.execPath, [
      '--conditions=react-server',
      '--import',
      'tsx',
      '--input-type=module',
      '--eval',
      script,
    ])
    const written = () => {
      try {
        return statSync(`${file}-wal`).size
      } catch {
        return 0
      }
    }
    await expect.poll(written, { timeout: 30_000 }).toBeGreaterThan(4_000_000)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(contentOf(file)).toEqual(before)
    expect(migrate(file, ALL, NOW)).toEqual(NAMES.slice(1))
  })
})

it('what was released is never changed: each database remembers the checksums of what made it', () => {
  const first = readFileSync(join(ALL, NAMES[0] ?? '', 'migration.sql'), 'utf8')
  expect(first.startsWith('-- CreateTable')).toBe(true)
  const place = newPlace()
  const file = databaseOf(place, 1)
  const folder = migrationsOf(place, NAMES.length)
  writeFileSync(join(folder, NAMES[0] ?? '', 'migration.sql'), `${first}\n`)
  expect(() => migrate(file, folder, NOW)).toThrow(/not the one this database was made with/)
})
