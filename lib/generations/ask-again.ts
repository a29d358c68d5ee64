import 'server-only'
import { systemClock } from '@/lib/clock'
import { studioDb } from '@/lib/db/client'
import type { Decision } from '@/lib/generations/decision'
import { carryOut } from '@/lib/generations/store'
import type { ActionResult } from '@/lib/generations/view'

/** Asks once more for a paid job that was lost or given up. It costs nothing. */
export async function askAgain(id: string): Promise<ActionResult> {
  const db = await studioDb()
  const row = await db.generation.findFirst({ where: { id, deletedAt: null } })
  if (!row || (row.state !== 'lost' && row.state !== 'failed') || row.refund === 'yes') return NOTHING_TO_ASK
  if (!row.queueId) return { ok: false, sentence: 'Venice gave this job no id, so it can’t be asked for.' }
  const asked = await carryOut(db, row, decideAskedAgain(systemClock()))
  return asked ? { ok: true } : { ok: false, sentence: 'It changed at this very moment. Look again.' }
}

const NOTHING_TO_ASK: ActionResult = { ok: false, sentence: 'There is nothing to ask for.' }

/** Back to asking, at once; what was wrong before is no longer said of it. */
export function decideAskedAgain(now: number): Decision {
  const change = { dueAt: now, askedAt: null, failures: 0, note: null, problem: null, refund: null, endedAt: null }
  return { change: { state: 'processing', ...change }, ledger: [] }
}
