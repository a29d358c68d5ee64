import 'server-only'
import type { Db } from '@/lib/db/client'

/** So many clips are looked through for what was not seen: the board is asked for each second. */
const NEWEST = 500

/** How many of the account's newest clips the person has not looked at yet. */
export async function countUnseen(db: Db, accountId: string): Promise<number> {
  const [found] = await db.$queryRaw<{ unseen: bigint | number }[]>`
    SELECT COUNT(*) AS "unseen" FROM (
      SELECT "seen" FROM "LibraryEntry" WHERE "accountId" = ${accountId} AND "shelf" = 0
      ORDER BY "createdAt" DESC LIMIT ${NEWEST}
    ) AS "newest" WHERE NOT "seen"`
  return Number(found?.unseen ?? 0)
}
