import 'server-only'
import { studioAccount } from '@/lib/account'
import { systemClock } from '@/lib/clock'
import { studioDb } from '@/lib/db/client'
import type { ActionResult } from '@/lib/generations/view'

/** Every clip of the account in use counts as looked at from now on. */
export async function seeAll(): Promise<ActionResult> {
  const [account, db] = await Promise.all([studioAccount(), studioDb()])
  await db.generation.updateMany({
    where: { accountId: account.id, assetHash: { not: null }, deletedAt: null, seenAt: null },
    data: { seenAt: new Date(systemClock()) },
  })
  return { ok: true }
}
