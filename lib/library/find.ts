import 'server-only'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import type { Conditions } from '@/lib/library/conditions'
import type { LibraryCursor } from '@/lib/library/cursor'
import type { LibrarySort } from '@/lib/library/library-query'
import { matchOf, searchWords } from '@/lib/library/search-words'
import type { LibraryTotal } from '@/lib/library/view'

// What Prisma can't say: the search, keysets over computed keys, and which way through the table is the short one.

const { sql, join, empty } = Prisma

/** Which entries are asked for. */
export interface Question extends Conditions {
  accountId: string
  /** For the search index; null: there are no words. */
  match: string | null
}

/** An entry of a page, with what the next page comes after. */
export interface Found {
  id: number
  key: number
  createdAt: number
}

export const NOTHING_FOUND: LibraryTotal = { clips: 0, bytes: 0, durationMs: 0, chargedMicroUsd: 0 }

/** The words of a search as a question to the index: `match` null where there are none; null where nothing can match. */
export async function readMatch(db: Db, text: string): Promise<{ match: string | null } | null> {
  const words = searchWords(text)
  if (words.length === 0) return { match: null }
  const terms = new Map<string, string[]>()
  for (const short of words.flatMap((word) => word.short ?? [])) {
    const rows = await db.$queryRaw<{ term: string }[]>(
      sql`SELECT "term" FROM "LibraryTrigram" WHERE "term" >= ${short} AND "term" < ${`${short}\u{10ffff}`}`,
    )
    terms.set(
      short,
      rows.map(({ term }) => term),
    )
  }
  const match = matchOf(words, (short) => terms.get(short) ?? [])
  return match === null ? null : { match }
}

/** How many there are, and what they come to. */
export async function readTotal(db: Db, question: Question): Promise<LibraryTotal> {
  const plain = question.match === null && question.narrowing.length === 0
  const [row] = await db.$queryRaw<Record<keyof LibraryTotal, number | bigint | null>[]>(
    plain
      ? sql`SELECT SUM("clips") AS "clips", ${SUMS} FROM "LibraryCount"
          WHERE "accountId" = ${question.accountId} AND "shelf" IN (${join([...question.shelves])}) AND "facet" = 'all'`
      : sql`SELECT COUNT(*) AS "clips", ${SUMS} FROM ${source(question, false)} WHERE ${where(question)}`,
  )
  return {
    clips: Number(row?.clips ?? 0),
    bytes: Number(row?.bytes ?? 0),
    durationMs: Number(row?.durationMs ?? 0),
    chargedMicroUsd: Number(row?.chargedMicroUsd ?? 0),
  }
}

const SUMS = sql`SUM("bytes") AS "bytes", SUM("durationMs") AS "durationMs", SUM("chargedMicroUsd") AS "chargedMicroUsd"`

/**
 * The entries behind the cursor in this order, `take` at most.
 * @param how.walk along the index of dates: fast where most entries are shown, slow where few are
 */
export async function findEntries(
  db: Db,
  question: Question,
  how: { sort: LibrarySort; cursor: LibraryCursor | null; take: number; walk: boolean },
): Promise<Found[]> {
  const key = keyOf(how.sort)
  const behind = how.cursor ? sql` AND ${after(how.sort, key, how.cursor)}` : empty
  const rows = await db.$queryRaw<{ id: number | bigint; key: number | bigint; at: number | bigint }[]>(sql`
    SELECT e."id", ${key} AS "key", CAST(e."createdAt" AS INTEGER) AS "at"
    FROM ${source(question, how.walk)} WHERE ${where(question)}${behind}
    ORDER BY ${orderOf(how.sort)} LIMIT ${how.take}`)
  return rows.map(({ id, key, at }) => ({ id: Number(id), key: Number(key), createdAt: Number(at) }))
}

/** A scan is read in one go, where an index would look up row after row. */
function source({ match }: Question, walk: boolean): Prisma.Sql {
  if (match !== null) return sql`"LibrarySearch" s CROSS JOIN "LibraryEntry" e ON e."id" = s.rowid`
  return walk
    ? sql`"LibraryEntry" e INDEXED BY "LibraryEntry_accountId_shelf_createdAt_idx"`
    : sql`"LibraryEntry" e NOT INDEXED`
}

function where({ accountId, shelves, narrowing, match }: Question): Prisma.Sql {
  const [shelf] = shelves
  const kept = shelves.length === 1 ? sql`e."shelf" = ${shelf}` : sql`e."shelf" IN (${join([...shelves])})`
  const words = match === null ? [] : [sql`s."LibrarySearch" MATCH ${match}`]
  return join([...words, sql`e."accountId" = ${accountId}`, kept, ...narrowing], ' AND ')
}

/** More than any charge, µUSD: what has none comes last. */
const NO_CHARGE = 9_000_000_000_000_000

/** What is sorted by, the greatest first; dates alone for the two orders that go by them. */
function keyOf(sort: LibrarySort): Prisma.Sql {
  switch (sort) {
    case 'newest':
    case 'oldest':
      return sql`0`
    case 'price':
      return sql`COALESCE(e."chargedMicroUsd", -${NO_CHARGE})`
    case 'cheap':
      return sql`-COALESCE(e."chargedMicroUsd", ${NO_CHARGE})`
    case 'rate':
      return sql`-COALESCE(e."rateMicroUsd", ${NO_CHARGE})`
    case 'rating':
      return sql`COALESCE(e."rating", 0)`
    case 'best':
      // Weights of prompt, negative prompt, notes, tags and model's name.
      return sql`-bm25("LibrarySearch", 4.0, 0.5, 3.0, 6.0, 2.0)`
  }
}

function orderOf(sort: LibrarySort): Prisma.Sql {
  if (sort === 'newest') return sql`e."createdAt" DESC, e."id" DESC`
  return sort === 'oldest' ? sql`e."createdAt", e."id"` : sql`"key" DESC, e."createdAt" DESC, e."id" DESC`
}

function after(sort: LibrarySort, value: Prisma.Sql, { key, createdAt, id }: LibraryCursor): Prisma.Sql {
  if (sort === 'newest') return sql`(e."createdAt", e."id") < (${createdAt}, ${id})`
  if (sort === 'oldest') return sql`(e."createdAt", e."id") > (${createdAt}, ${id})`
  return sql`(${value}, e."createdAt", e."id") < (${key}, ${createdAt}, ${id})`
}

/** Names of the models of an account, each as its latest generation has it. */
export async function readModelNames(db: Db, accountId: string): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ id: string; name: string | null }[]>(sql`
    SELECT c."value" AS "id", (
      SELECT g."modelName" FROM "LibraryEntry" e JOIN "Generation" g ON g."id" = e."generationId"
      WHERE e."accountId" = c."accountId" AND e."modelId" = c."value" ORDER BY e."id" DESC LIMIT 1
    ) AS "name"
    FROM "LibraryCount" c WHERE c."accountId" = ${accountId} AND c."facet" = 'model' GROUP BY c."value"`)
  return new Map(rows.map(({ id, name }) => [id, name ?? id]))
}
