import 'server-only'
import type { Db } from '@/lib/db/client'

/**
 * The generation that a new one says it is made from, if it is a clip's and of this account; else null. Where a clip
 * comes from is no condition of buying it: what is not known is left out, never guessed.
 */
export async function findEarlier(db: Db, accountId: string, id: string | undefined): Promise<string | null> {
  if (id === undefined) return null
  const row = await db.generation.findFirst({ where: { id, accountId, kind: 'video' }, select: { id: true } })
  return row?.id ?? null
}
