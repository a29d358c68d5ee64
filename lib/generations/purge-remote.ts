import 'server-only'
import { studioAccount } from '@/lib/account'
import { systemClock } from '@/lib/clock'
import { studioDb } from '@/lib/db/client'
import { remoteOf } from '@/lib/generations/remote'
import type { ActionResult } from '@/lib/generations/view'

const NOT_SAFE = 'It is not safe here, so Venice’s copy stays: it is the only whole one there may be.'
const NOTHING_THERE = 'Nothing of it is known to lie at Venice.'
const ANOTHER_KEY = 'It lies at Venice under another key: put that key back, and it is deleted there.'

/**
 * Asks for the deletion of the vendor's copy now instead of when its turn comes; the engine carries it out. Only for a
 * clip that is safe here (promise 8): whatever else lies there is never touched.
 */
export async function purgeRemote(id: string): Promise<ActionResult> {
  const [account, db] = await Promise.all([studioAccount(), studioDb()])
  // Only brought forward, under no new version: if the engine is at it just now, what it writes stands.
  const { count } = await db.generation.updateMany({
    where: { id, accountId: account.id, deletedAt: null, state: 'stored' },
    data: { dueAt: new Date(systemClock()) },
  })
  if (count === 1) return { ok: true }
  const row = await db.generation.findFirst({ where: { id, deletedAt: null } })
  if (!row) return { ok: false, sentence: 'There is no such generation.' }
  if (row.state === 'stored') return { ok: false, sentence: ANOTHER_KEY }
  return { ok: false, sentence: remoteOf(row).state === 'there' ? NOT_SAFE : NOTHING_THERE }
}
