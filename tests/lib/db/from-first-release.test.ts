import { cpSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { openDb } from '@/lib/db/client'
import { migrate } from '@/lib/db/migrate'
import { checkLibrary } from '@/lib/library/check'

const AT = Date.UTC(2026, 10, 23, 22, 0)

it('a database of the first release keeps its rows, what was spent then counts against the caps, and its clips are in the library', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'squero-db-'))
  const first = join(dir, 'migrations')
  mkdirSync(first)
  cpSync('prisma/migrations/20261123000000_first', join(first, '20261123000000_first'), { recursive: true })
  const file = join(dir, 'squero.db')
  migrate(file, first, AT)
  const old = new Database(file)
  old.exec(`
    INSERT INTO "Account" VALUES ('a', 'sandbox', 'x', 1, ${AT});
    INSERT INTO "Generation" (id, accountId, state, modelId, modelName, prompt, input, request, quoteMicroUsd, quotedAt,
      quoteInputs, dueAt, createdAt)
    VALUES ('kept', 'a', 'done', 'm', 'M', 'p', '{}', '{}', 350000, ${AT}, '{}', ${AT}, ${AT}),
      ('freed', 'a', 'rejected', 'm', 'M', 'p', '{}', '{}', 900000, ${AT}, '{}', ${AT}, ${AT}),
      ('clip', 'a', 'done', 'm', 'M', 'p', '{}', '{}', 0, ${AT}, '{}', ${AT}, ${AT}),
      ('gone', 'a', 'done', 'm', 'M', 'p', '{}', '{}', 0, ${AT}, '{}', ${AT}, ${AT});
    INSERT INTO "Asset" VALUES ('h', 'video/mp4', 1000, 1280, 720, 5000, 24, 0, ${AT});
    UPDATE "Generation" SET assetHash = 'h' WHERE id IN ('clip', 'gone');
    UPDATE "Generation" SET deletedAt = ${AT} WHERE id = 'gone';
    INSERT INTO "LedgerEntry" (accountId, generationId, kind, microUsd, at)
    VALUES ('a', 'kept', 'reserve', 350000, ${AT}), ('a', 'kept', 'charge', 350000, ${AT}),
      ('a', 'freed', 'reserve', 900000, ${AT}), ('a', 'freed', 'release', 900000, ${AT})`)
  old.close()

  const db = await openDb(dir)
  const kept = await db.generation.findUniqueOrThrow({ where: { id: 'kept' }, include: { ledger: true } })
  expect([kept.day, Number(kept.position), kept.ledger.length]).toEqual(['2026-11-23', AT, 2])
  expect(await db.spendTally.findMany()).toEqual([
    { accountId: 'a', scope: 'day', key: '2026-11-23', microUsd: 350_000n },
  ])
  const entries = await db.libraryEntry.findMany({ orderBy: { generationId: 'asc' } })
  expect(entries.map((one) => [one.generationId, one.shelf, one.seen, one.chargedMicroUsd])).toEqual([
    ['clip', 0, true, null],
    ['freed', 1, false, null],
    ['kept', 1, false, 350_000n],
  ])
  expect(await db.libraryCount.findMany({ where: { facet: 'unseen', shelf: 0 } })).toEqual([])
  expect(await checkLibrary(db)).toEqual([])
  await db.$disconnect()
})
