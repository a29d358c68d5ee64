import 'server-only'
import { systemClock } from '@/lib/clock'
import { studioDb } from '@/lib/db/client'
import { answer, changeMany } from '@/lib/library/many'
import type { LibraryResult } from '@/lib/library/view'

/** Marks generations as ones to keep, or takes the mark away. */
export async function starMany(ids: readonly string[], on: boolean): Promise<LibraryResult> {
  const db = await studioDb()
  const change = on
    ? { ids, where: { starredAt: null }, data: { starredAt: new Date(systemClock()) } }
    : { ids, where: { starredAt: { not: null } }, data: { starredAt: null } }
  const [changed = []] = await changeMany(db, [change])
  return answer(db, ids, changed, changed.length > 0 ? [{ verb: 'star', ids: changed, on: !on }] : [])
}
