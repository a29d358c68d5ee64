import 'server-only'
import { studioDb } from '@/lib/db/client'
import { answer, changeMany, groupsOf, readMany } from '@/lib/library/many'
import type { LibraryResult, UndoStep } from '@/lib/library/view'

/** Gives generations 1 to 5, or takes their rating away. */
export async function rateMany(ids: readonly string[], rating: number | null): Promise<LibraryResult> {
  const db = await studioDb()
  const others = (await readMany(db, ids)).filter((row) => row.rating !== rating)
  const groups = groupsOf(others, (row) => row.rating)
  const changed = await changeMany(
    db,
    groups.map(([was, group]) => ({ ids: group, where: { rating: was }, data: { rating } })),
  )
  const undo = groups.flatMap(([was], at): UndoStep[] => {
    const group = changed[at] ?? []
    return group.length === 0 ? [] : [{ verb: 'rate', ids: group, rating: was }]
  })
  return answer(db, ids, changed.flat(), undo)
}
