import 'server-only'
import type { Db } from '@/lib/db/client'

/** The shelf of clips that are here and not in the bin. */
const HERE = 0

/** How many clips of the account the person has not looked at yet. */
export async function countUnseen(db: Db, accountId: string): Promise<number> {
  const count = { accountId, shelf: HERE, facet: 'unseen', value: '' }
  const row = await db.libraryCount.findUnique({ where: { accountId_shelf_facet_value: count } })
  return row?.clips ?? 0
}
