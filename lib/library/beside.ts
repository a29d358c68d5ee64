import 'server-only'
import { studioAccount } from '@/lib/account'
import { type Db, studioDb } from '@/lib/db/client'
import type { Beside } from '@/lib/library/beside-view'
import { findEntries, findPlace, generationsOf, type Question, readTotal } from '@/lib/library/find'
import type { LibraryQuery, LibrarySort } from '@/lib/library/library-query'
import { questionOf } from '@/lib/library/page'

/** What stands before and after a generation in what a query finds; null where it is not found by it. */
export async function readBeside(id: string, query: LibraryQuery): Promise<Beside | null> {
  const [current, db] = await Promise.all([studioAccount(), studioDb()])
  const question = await questionOf(db, query.account ?? current.id, query)
  const found = question && (await findPlace(db, question, query.sort, id))
  if (!question || !found) return null
  const [previous, next, total] = await Promise.all([
    neighbour(db, question, query.sort, { cursor: found.place, back: true }),
    neighbour(db, question, query.sort, { cursor: found.place, back: false }),
    readTotal(db, question),
  ])
  return { previous, next, number: found.before + 1, of: total.clips }
}

async function neighbour(
  db: Db,
  question: Question,
  sort: LibrarySort,
  way: Pick<Parameters<typeof findEntries>[2], 'cursor' | 'back'>,
): Promise<string | null> {
  const found = await findEntries(db, question, { sort, ...way, take: 1 })
  return (await generationsOf(db, found))[0] ?? null
}
