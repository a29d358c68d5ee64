import 'server-only'
import { studioAccount } from '@/lib/account'
import { type Db, studioDb } from '@/lib/db/client'
import type { Beside } from '@/lib/library/beside-view'
import { findEntries, findPlace, type Question, readTotal } from '@/lib/library/find'
import type { LibraryQuery } from '@/lib/library/library-query'
import { orderOf, questionOf } from '@/lib/library/page'

/** What stands before and after a generation in what a query finds; null where it is not found by it. */
export async function readBeside(generationId: string, query: LibraryQuery): Promise<Beside | null> {
  const [current, db] = await Promise.all([studioAccount(), studioDb()])
  const [question, entry] = await Promise.all([
    questionOf(db, query.account ?? current.id, query),
    db.libraryEntry.findUnique({ where: { generationId }, select: { id: true } }),
  ])
  const sort = question && orderOf(question, query)
  const found = question && sort && entry && (await findPlace(db, question, sort, entry.id))
  if (!found) return null
  const { place: cursor, before } = found
  const [previous, next, total] = await Promise.all([
    neighbour(db, question, { sort, cursor, back: true }),
    neighbour(db, question, { sort, cursor, back: false }),
    readTotal(db, question),
  ])
  return { previous, next, number: before + 1, of: total.clips }
}

type Way = Omit<Parameters<typeof findEntries>[2], 'take'>

/** The generation that stands next to a place; null at the end. */
async function neighbour(db: Db, question: Question, way: Way): Promise<string | null> {
  const [found] = await findEntries(db, question, { ...way, take: 1 })
  if (!found) return null
  const entry = await db.libraryEntry.findUnique({ where: { id: found.id }, select: { generationId: true } })
  return entry?.generationId ?? null
}
