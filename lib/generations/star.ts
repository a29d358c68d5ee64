import 'server-only'
import { systemClock } from '@/lib/clock'
import { studioDb } from '@/lib/db/client'
import type { ActionResult } from '@/lib/generations/view'

/** Marks a generation as one to keep, or takes the mark away. */
export async function starGeneration(id: string, on: boolean): Promise<ActionResult> {
  const db = await studioDb()
  const { count } = await db.generation.updateMany({
    where: { id, deletedAt: null },
    data: { starredAt: on ? new Date(systemClock()) : null },
  })
  return count === 1 ? { ok: true } : { ok: false, sentence: 'There is no such generation.' }
}
