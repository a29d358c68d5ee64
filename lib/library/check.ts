import 'server-only'
import type { Db } from '@/lib/db/client'
import { causeOf } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'

const { sql, raw } = Prisma

/** What the triggers keep, beside the view that says what it must be. */
const PAIRS = [
  { kept: 'LibraryEntry', truth: 'LibraryTruth', key: 'generationId', but: ['id'] },
  { kept: 'LibraryText', truth: 'LibraryTextTruth', key: 'id', but: [] },
] as const

/**
 * Compares the library's read model with what it is made from.
 * @returns a sentence for each entry, text or count that is not as it must be; empty: all is well
 */
export async function checkLibrary(db: Db): Promise<string[]> {
  const found = []
  for (const pair of PAIRS) found.push(...(await compare(db, pair)))
  return [...found, ...(await compareCounts(db)), ...(await checkIndex(db))]
}

async function compare(db: Db, { kept, truth, key, but }: (typeof PAIRS)[number]): Promise<string[]> {
  const columns = await db.$queryRaw<{ name: string }[]>(sql`SELECT "name" FROM pragma_table_info(${kept})`)
  const names = columns.map(({ name }) => name).filter((name) => !(but as readonly string[]).includes(name))
  const list = raw(names.map((name) => `"${name}"`).join(', '))
  const differing = await db.$queryRaw<{ key: unknown; missing: unknown }[]>(sql`
    SELECT ${raw(`"${key}"`)} AS "key", 1 AS "missing"
      FROM (SELECT ${list} FROM ${raw(`"${truth}"`)} EXCEPT SELECT ${list} FROM ${raw(`"${kept}"`)})
    UNION ALL SELECT ${raw(`"${key}"`)}, 0
      FROM (SELECT ${list} FROM ${raw(`"${kept}"`)} EXCEPT SELECT ${list} FROM ${raw(`"${truth}"`)})`)
  return differing.map(
    (row) => `${kept} ${row.key} ${Number(row.missing) ? 'is not as it must be' : 'should not be as it is'}`,
  )
}

async function compareCounts(db: Db): Promise<string[]> {
  const columns = raw('"accountId", "shelf", "facet", "value", "clips", "bytes", "durationMs", "chargedMicroUsd"')
  const rows = await db.$queryRaw<{ facet: string; value: string }[]>(sql`
    SELECT "facet", "value" FROM (SELECT ${columns} FROM "LibraryCountTruth" EXCEPT SELECT ${columns} FROM "LibraryCount")
    UNION ALL SELECT "facet", "value" FROM (
      SELECT ${columns} FROM "LibraryCount" WHERE "clips" <> 0 OR "bytes" <> 0 OR "durationMs" <> 0 OR "chargedMicroUsd" <> 0
      EXCEPT SELECT ${columns} FROM "LibraryCountTruth"
    )`)
  return rows.map(({ facet, value }) => `LibraryCount ${facet} ${value} is not as it must be`)
}

/** The index compared with its texts, by itself. */
async function checkIndex(db: Db): Promise<string[]> {
  try {
    await db.$executeRaw(sql`INSERT INTO "LibrarySearch" ("LibrarySearch", "rank") VALUES ('integrity-check', 1)`)
    return []
  } catch (error) {
    return [`LibrarySearch is not as its texts are: ${causeOf(error)}`]
  }
}
