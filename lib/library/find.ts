import 'server-only'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import type { Conditions } from '@/lib/library/conditions'
import type { LibraryCursor } from '@/lib/library/cursor'
import type { LibrarySort } from '@/lib/library/library-query'
import type { Match } from '@/lib/library/match'
import type { LibraryTotal } from '@/lib/library/view'

// What Prisma can't say: the search, keysets over computed keys, and which index to read.

const { sql, join, empty } = Prisma

/** Which entries are asked for. */
export interface Question extends Conditions {
  accountId: string
  /** null: there are no words. */
  match: Match | null
}

/** An entry of a page, with what the next page comes after. */
interface Found {
  id: number
  key: number
  createdAt: number
}

export const NOTHING_FOUND: LibraryTotal = { clips: 0, bytes: 0, durationMs: 0, chargedMicroUsd: 0 }

/** How many there are, and what they come to. */
export async function readTotal(db: Db, question: Question): Promise<LibraryTotal> {
  const plain = question.match === null && question.narrowing.length === 0
  const [row] = await db.$queryRaw<Record<keyof LibraryTotal, number | bigint | null>[]>(
    plain
      ? sql`SELECT SUM("clips") AS "clips", ${SUMS} FROM "LibraryCount"
          WHERE "accountId" = ${question.accountId} AND "shelf" IN (${join([...question.shelves])}) AND "facet" = 'all'`
      : sql`SELECT COUNT(*) AS "clips", ${SUMS} FROM ${source(question)} WHERE ${where(question)}`,
  )
  return {
    clips: Number(row?.clips ?? 0),
    bytes: Number(row?.bytes ?? 0),
    durationMs: Number(row?.durationMs ?? 0),
    chargedMicroUsd: Number(row?.chargedMicroUsd ?? 0),
  }
}

const SUMS = sql`SUM("bytes") AS "bytes", SUM("durationMs") AS "durationMs", SUM("chargedMicroUsd") AS "chargedMicroUsd"`

/** Where something stands in an order. */
type Place = Pick<LibraryCursor, 'key' | 'createdAt' | 'id'>

/**
 * The entries behind the cursor in this order, `take` at most.
 * @param how.back those before the cursor, the nearest first
 */
export async function findEntries(
  db: Db,
  question: Question,
  how: { sort: LibrarySort; cursor: Place | null; take: number; back?: boolean },
): Promise<Found[]> {
  const key = keyOf(how.sort)
  const behind = how.cursor ? sql` AND ${after(how.sort, key, how.cursor, how.back)}` : empty
  const rows = await db.$queryRaw<{ id: number | bigint; key: number | bigint; at: number | bigint }[]>(sql`
    SELECT e."id", ${key} AS "key", CAST(e."createdAt" AS INTEGER) AS "at"
    FROM ${source(question)} WHERE ${where(question, how.sort)}${behind}
    ORDER BY ${orderOf(how.sort, how.back)} LIMIT ${how.take}`)
  return rows.map(({ id, key, at }) => ({ id: Number(id), key: Number(key), createdAt: Number(at) }))
}

/** Where an entry stands in this order, and how many come before it; null where it is not among them. */
export async function findPlace(
  db: Db,
  question: Question,
  sort: LibrarySort,
  id: number,
): Promise<{ place: Found; before: number } | null> {
  const narrowing = [...question.narrowing, sql`e."id" = ${id}`]
  const [place] = await findEntries(db, { ...question, narrowing }, { sort, cursor: null, take: 1 })
  if (!place) return null
  const [row] = await db.$queryRaw<{ before: number | bigint }[]>(sql`
    SELECT COUNT(*) AS "before" FROM ${source(question)}
    WHERE ${where(question, sort)} AND ${after(sort, keyOf(sort), place, true)}`)
  return { place, before: Number(row?.before ?? 0) }
}

/** Named, since SQLite does not know how much is in a table: the index that holds all that is asked for, in order. */
function source({ match }: Question): Prisma.Sql {
  return match === null
    ? sql`"LibraryEntry" e INDEXED BY "LibraryEntry_filters_idx"`
    : sql`"LibrarySearch" s CROSS JOIN "LibraryEntry" e ON e."id" = s.rowid`
}

function where({ accountId, shelves, narrowing, match }: Question, sort?: LibrarySort): Prisma.Sql {
  const [shelf] = shelves
  const kept = shelves.length === 1 ? sql`e."shelf" = ${shelf}` : sql`e."shelf" IN (${join([...shelves])})`
  const asked = sort === 'best' ? match?.ranked : match?.plain
  const words = asked === undefined ? [] : [sql`s."LibrarySearch" MATCH ${asked}`]
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

function orderOf(sort: LibrarySort, back = false): Prisma.Sql {
  const down = back ? sql`ASC` : sql`DESC`
  if (sort === 'newest') return sql`e."createdAt" ${down}, e."id" ${down}`
  if (sort === 'oldest') return orderOf('newest', !back)
  return sql`"key" ${down}, e."createdAt" ${down}, e."id" ${down}`
}

function after(sort: LibrarySort, value: Prisma.Sql, { key, createdAt, id }: Place, back = false): Prisma.Sql {
  const below = back ? sql`>` : sql`<`
  if (sort === 'newest') return sql`(e."createdAt", e."id") ${below} (${createdAt}, ${id})`
  if (sort === 'oldest') return after('newest', value, { key, createdAt, id }, !back)
  return sql`(${value}, e."createdAt", e."id") ${below} (${key}, ${createdAt}, ${id})`
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
