import 'server-only'
import { systemClock } from '@/lib/clock'
import { studioDb } from '@/lib/db/client'
import { carryOut } from '@/lib/generations/store'
import type { ActionResult } from '@/lib/generations/view'

/** Asks once more for a clip that came damaged. It costs nothing: the job is paid. */
export async function receiveAgain(id: string): Promise<ActionResult> {
  const db = await studioDb()
  const row = await db.generation.findFirst({ where: { id, deletedAt: null } })
  if (row?.state !== 'quarantined') return { ok: false, sentence: 'Only a damaged clip can be received again.' }
  const change = { state: 'receiving' as const, dueAt: systemClock(), failures: 0, note: null }
  const moved = await carryOut(db, row, { change, ledger: [] })
  return moved ? { ok: true } : { ok: false, sentence: 'It changed at this very moment. Look again.' }
}
