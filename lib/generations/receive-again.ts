import 'server-only'
import { systemClock } from '@/lib/clock'
import { studioDb } from '@/lib/db/client'
import { LINK_GETS } from '@/lib/generations/fetch-link'
import { carryOut } from '@/lib/generations/store'
import type { ActionResult } from '@/lib/generations/view'

const USED_UP = 'The link was fetched as often as Venice allows. What came can be downloaded as received.'
/** What was wrong before is no longer said of it. */
const FRESH_START = { note: null, problem: null, endedAt: null }

/** Asks once more for a clip that came damaged. It costs nothing: the job is paid. */
export async function receiveAgain(id: string): Promise<ActionResult> {
  const db = await studioDb()
  const row = await db.generation.findFirst({ where: { id, deletedAt: null } })
  if (row?.state !== 'quarantined') return { ok: false, sentence: 'Only a damaged clip can be received again.' }
  if (row.downloadUrl && row.downloadGets >= LINK_GETS) return { ok: false, sentence: USED_UP }
  const change = { state: 'receiving' as const, dueAt: systemClock(), failures: 0, ...FRESH_START }
  const moved = await carryOut(db, row, { change, ledger: [] })
  return moved ? { ok: true } : { ok: false, sentence: 'It changed at this very moment. Look again.' }
}
