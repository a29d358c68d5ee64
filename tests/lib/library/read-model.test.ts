import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Db, openDb } from '@/lib/db/client'
import { checkLibrary } from '@/lib/library/check'
import { begin, event, happen } from '@/tests/support/library-history'
import { readTruth } from '@/tests/support/library-truth'

let db: Db

beforeAll(async () => {
  db = await openDb(mkdtempSync(join(tmpdir(), 'squero-read-model-')))
  await begin(db)
})
afterAll(() => db.$disconnect())

/** What the entries say, in the words of the truth. */
async function entries() {
  const rows = await db.libraryEntry.findMany({ orderBy: { generationId: 'asc' } })
  return rows.map(({ id, generationId, shelf, createdAt, bytes, chargedMicroUsd, rateMicroUsd, tags, ...rest }) => ({
    ...rest,
    id: generationId,
    entryId: id,
    at: createdAt.getTime(),
    binned: shelf === 2,
    bytes: bytes === null ? null : Number(bytes),
    chargedMicroUsd: chargedMicroUsd === null ? null : Number(chargedMicroUsd),
    rateMicroUsd: rateMicroUsd === null ? null : Number(rateMicroUsd),
    tags: tags === null ? [] : tags.split('\n').filter(Boolean),
  }))
}

describe('the read model of the library', () => {
  it('says the truth after whatever was written, by whatever code', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 25 }), async (events) => {
        for (const one of events) await happen(db, one)
        const truth = (await readTruth(db)).map(({ texts: _, here: __, ...one }) => one)
        expect(await entries()).toEqual(truth.sort((a, b) => (a.id < b.id ? -1 : 1)))
        expect(await checkLibrary(db)).toEqual([])
      }),
      { numRuns: 80, seed: 5 },
    )
  })

  it('is told of by the checker where it does not', async () => {
    await happen(db, { kind: 'generation', which: 0, change: { deletedAt: null }, transcript: false })
    const { id, generationId } = await db.libraryEntry.findFirstOrThrow()
    const planted: [string, string, RegExp][] = [
      [
        `UPDATE "LibraryEntry" SET "rating" = 9 WHERE "id" = ${id}`,
        `UPDATE "Generation" SET "rating" = "rating" WHERE "id" = '${generationId}'`,
        /^LibraryEntry/,
      ],
      [
        `UPDATE "LibraryText" SET "prompt" = 'x' WHERE "id" = ${id}`,
        `UPDATE "Generation" SET "prompt" = "prompt" WHERE "id" = '${generationId}'`,
        /^LibraryText/,
      ],
      [
        `UPDATE "LibraryCount" SET "clips" = "clips" + 1 WHERE "facet" = 'all'`,
        `UPDATE "LibraryCount" SET "clips" = "clips" - 1 WHERE "facet" = 'all'`,
        /^LibraryCount all/,
      ],
    ]
    for (const [harm, mend, sentence] of planted) {
      await db.$executeRawUnsafe(harm)
      expect((await checkLibrary(db)).length).toBeGreaterThan(0)
      expect((await checkLibrary(db)).every((found) => sentence.test(found))).toBe(true)
      await db.$executeRawUnsafe(mend)
      expect(await checkLibrary(db)).toEqual([])
    }
    const words = `${id + 1000}, 'words of an entry that is not there', '', '', '', ''`
    await db.$executeRawUnsafe(
      `INSERT INTO "LibrarySearch" (rowid, "prompt", "negativePrompt", "remark", "tags", "model") VALUES (${words})`,
    )
    expect((await checkLibrary(db)).join()).toMatch(/^LibrarySearch is not as its texts are/)
  })
})
