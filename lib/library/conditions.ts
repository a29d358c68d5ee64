import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { LibraryQuery, Range } from '@/lib/library/library-query'
import { foldTag } from '@/lib/library/tag-name'
import { startOfDay } from '@/lib/money/day'

/** Clips are rarely as long as was asked for, to the millisecond: so much more or less is as long, ms. */
const SLACK_MS = 250

/** What an entry `e` must be to be shown. */
export interface Conditions {
  /** 0: clips that are here. 1: generations without one. 2: the bin. */
  shelves: readonly number[]
  /** More than shelf and account. */
  narrowing: Prisma.Sql[]
}

const { sql, join } = Prisma

/**
 * A query as conditions on an entry `e`, without its words.
 * @param timeZone in which its days begin; null is where the studio runs
 */
export function conditionsOf(query: LibraryQuery, timeZone: string | null): Conditions {
  const { starred, rating, shape, sound, hasChildren } = query
  const states = query.states.flatMap((state) => (state === 'done' ? ['done', 'stored'] : [state]))
  const wanted: (Prisma.Sql | null)[] = [
    states.length === 0 ? null : sql`e."state" IN (${join(states)})`,
    starred ? sql`e."starred"` : null,
    rating === null ? null : sql`e."rating" >= ${rating}`,
    oneOf(sql`e."modelId"`, query.models),
    oneOf(sql`e."way"`, query.ways),
    oneOf(sql`e."resolution"`, query.resolutions),
    shape === null ? null : sql`e."shape" = ${shape}`,
    sound === null ? null : sql`e."hasAudio" = ${sound}`,
    hasChildren ? sql`e."children" > 0` : null,
    projectOf(query.project),
    ...query.tags.map(
      (name) =>
        sql`instr(e."tags", ${`
${foldTag(name)}
`}) > 0`,
    ),
    ...between(sql`e."durationMs"`, inMs(query.length)),
    ...between(sql`e."chargedMicroUsd"`, query.price),
    query.from === null ? null : sql`e."createdAt" >= ${startOfDay(query.from, timeZone)}`,
    query.to === null ? null : sql`e."createdAt" < ${startOfDay(query.to, timeZone, 1)}`,
  ]
  return { shelves: shelvesOf(query), narrowing: wanted.filter((one) => one !== null) }
}

function shelvesOf({ bin, states }: LibraryQuery): number[] {
  if (bin) return [2]
  return states.length === 0 ? [0] : [0, 1]
}

function oneOf(column: Prisma.Sql, values: readonly string[]): Prisma.Sql | null {
  return values.length === 0 ? null : sql`${column} IN (${join([...values])})`
}

/** With its parts, however deep. */
function projectOf(project: string | null): Prisma.Sql | null {
  if (project === null) return null
  if (project === 'none') return sql`e."projectId" IS NULL`
  return sql`e."projectId" IN (
    WITH RECURSIVE part(id) AS (
      SELECT ${project} UNION SELECT p."id" FROM "Project" p JOIN part ON p."parentId" = part.id
    ) SELECT id FROM part
  )`
}

function between(column: Prisma.Sql, range: Range | null): (Prisma.Sql | null)[] {
  if (!range) return []
  return [
    range.from === null ? null : sql`${column} >= ${range.from}`,
    range.to === null ? null : sql`${column} <= ${range.to}`,
  ]
}

const inMs = (range: Range | null): Range | null =>
  range && {
    from: range.from === null ? null : range.from * 1000 - SLACK_MS,
    to: range.to === null ? null : range.to * 1000 + SLACK_MS,
  }
