import 'server-only'
import { systemClock } from '@/lib/clock'
import { studioDb } from '@/lib/db/client'
import { changeMany } from '@/lib/library/many'
import type { LibraryResult } from '@/lib/library/view'

/** The person has seen that these are here. What has no clip yet has still to be seen. */
export async function markSeen(ids: readonly string[]): Promise<LibraryResult> {
  const where = { seenAt: null, assetHash: { not: null } }
  const data = { seenAt: new Date(systemClock()) }
  const [changed = []] = await changeMany(await studioDb(), [{ ids, where, data }])
  return { ok: true, count: changed.length }
}
