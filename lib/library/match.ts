import 'server-only'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import { matchOf, searchWords } from '@/lib/library/search-words'

/** The words of a search as questions to the index, in which all of them must stand. */
export interface Match {
  /** What finds them. */
  plain: string
  /** The same with what puts the best ones first: it finds no more, and takes longer. */
  ranked: string
}

/** What a search asks the index: `match` null where it has no words; null where nothing can match. */
export async function readMatch(db: Db, text: string): Promise<{ match: Match | null } | null> {
  const words = searchWords(text)
  if (words.length === 0) return { match: null }
  const terms = new Map<string, string[]>()
  for (const short of words.flatMap((word) => word.short ?? [])) terms.set(short, await readTerms(db, short))
  const termsOf = (short: string) => terms.get(short) ?? []
  const plain = matchOf(words, termsOf)
  const ranked = matchOf(words, termsOf, { ranked: true })
  return plain === null || ranked === null ? null : { match: { plain, ranked } }
}

/** The index's terms that begin with a short word. */
async function readTerms(db: Db, short: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ term: string }[]>(
    Prisma.sql`SELECT "term" FROM "LibraryTrigram" WHERE "term" >= ${short} AND "term" < ${`${short}\u{10ffff}`}`,
  )
  return rows.map(({ term }) => term)
}
