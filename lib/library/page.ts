import 'server-only'
import { studioAccount } from '@/lib/account'
import { type Db, studioDb } from '@/lib/db/client'
import { conditionsOf } from '@/lib/library/conditions'
import { type LibraryCursor, readCursor, writeCursor } from '@/lib/library/cursor'
import { findEntries, NOTHING_FOUND, type Question, readTotal } from '@/lib/library/find'
import { readItems } from '@/lib/library/items'
import type { LibraryQuery, LibrarySort } from '@/lib/library/library-query'
import { readMatch } from '@/lib/library/match'
import type { LibraryPage } from '@/lib/library/view'
import { readRules } from '@/lib/money/rules'

/** Clips of a first page, and of those that come while somebody scrolls on: fewer and larger ones disturb a scroll less. */
const FIRST_PAGE = 60
const NEXT_PAGE = 240

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
  const sort = orderOf(question, query)
  const total = cursor?.total ?? (await readTotal(db, question))
  const size = cursor ? NEXT_PAGE : FIRST_PAGE
  const found = total.clips === 0 ? [] : await findEntries(db, question, { sort, cursor, take: size + 1 })
  const shown = found.slice(0, size)
  const last = shown.at(-1)
  const items = await readItems(
    db,
    shown.map(({ id }) => id),
  )
  return { items, total, nextCursor: last && found.length > size ? writeCursor({ ...last, total }) : null }
}

/** What is no word fits nothing better than anything else. */
export const orderOf = ({ match }: Question, { sort }: LibraryQuery): LibrarySort =>
  match === null && sort === 'best' ? 'newest' : sort

/** null where nothing can be found. */
export async function questionOf(db: Db, accountId: string, query: LibraryQuery): Promise<Question | null> {
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
