import 'server-only'
import { studioAccount } from '@/lib/account'
import { type Db, studioDb } from '@/lib/db/client'
import { conditionsOf } from '@/lib/library/conditions'
import { type LibraryCursor, readCursor, writeCursor } from '@/lib/library/cursor'
import { findEntries, NOTHING_FOUND, type Question, readMatch, readTotal } from '@/lib/library/find'
import { readItems } from '@/lib/library/items'
import type { LibraryQuery, LibrarySort } from '@/lib/library/library-query'
import type { LibraryPage } from '@/lib/library/view'
import { readRules } from '@/lib/money/rules'

const PAGE = 60
/** An entry that is looked up costs as much as so many that are read in a row. */
const LOOKED_UP = 10

/**
 * One page of what a query asks for, by keyset: as fast on the last page as on the first.
 * @param cursor of the page before; one that can't be read starts from the top
 */
export async function readLibrary(query: LibraryQuery, cursor: string | null): Promise<LibraryPage> {
  const [current, db] = await Promise.all([studioAccount(), studioDb()])
  const accounts = await accountsWithClips(db, current.id)
  const question = await questionOf(db, query.account ?? current.id, query)
  if (!question) return { items: [], nextCursor: null, total: NOTHING_FOUND, accounts }
  return { ...(await readPage(db, question, query, readCursor(cursor))), accounts }
}

async function readPage(db: Db, question: Question, query: LibraryQuery, cursor: LibraryCursor | null) {
  // What is no word fits nothing better than anything else.
  const sort = question.match === null && query.sort === 'best' ? 'newest' : query.sort
  const total = cursor?.total ?? (await readTotal(db, question))
  const walk = await isShortWalk(db, question, sort, total.clips)
  const found = total.clips === 0 ? [] : await findEntries(db, question, { sort, cursor, take: PAGE + 1, walk })
  const shown = found.slice(0, PAGE)
  const last = shown.at(-1)
  const items = await readItems(
    db,
    shown.map(({ id }) => id),
  )
  return { items, total, nextCursor: last && found.length > PAGE ? writeCursor({ ...last, total }) : null }
}

/** Whether a page is found sooner along the dates than by reading every entry. */
async function isShortWalk(
  db: Db,
  { accountId, shelves, narrowing, match }: Question,
  sort: LibrarySort,
  clips: number,
) {
  const [shelf] = shelves
  const byDate = sort === 'newest' || sort === 'oldest'
  if (match !== null || shelf === undefined || shelves.length > 1 || !byDate) return false
  if (narrowing.length === 0) return true
  const id = { accountId, shelf, facet: 'all', value: '' }
  const all = (await db.libraryCount.findUnique({ where: { accountId_shelf_facet_value: id } }))?.clips ?? 0
  return clips > 0 && (PAGE * all) / clips < all / LOOKED_UP
}

/** null where nothing can be found. */
async function questionOf(db: Db, accountId: string, query: LibraryQuery): Promise<Question | null> {
  const [words, { timeZone }] = await Promise.all([readMatch(db, query.text), readRules(db, accountId)])
  return words && { accountId, ...words, ...conditionsOf(query, timeZone) }
}

async function accountsWithClips(db: Db, currentId: string): Promise<LibraryPage['accounts']> {
  const [rows, counts] = await Promise.all([
    db.account.findMany(),
    db.libraryCount.findMany({ where: { facet: 'all', shelf: 0 } }),
  ])
  return rows
    .map((row) => ({
      id: row.id,
      sandbox: row.sandbox,
      host: row.sandbox ? 'the sandbox' : new URL(row.baseUrl).host,
      current: row.id === currentId,
      clips: counts.find(({ accountId }) => accountId === row.id)?.clips ?? 0,
    }))
    .filter((account) => account.current || account.clips > 0)
    .sort((a, b) => Number(b.current) - Number(a.current))
}
