import 'server-only'
import { systemClock } from '@/lib/clock'
import { studioDb } from '@/lib/db/client'
import type { Decision } from '@/lib/generations/decision'
import { problem } from '@/lib/generations/problem'
import { carryOut } from '@/lib/generations/store'
import type { ActionResult } from '@/lib/generations/view'

/** Stops asking for a job that does not come. The charge stands; it can be asked for again while Venice keeps it. */
export async function giveUp(id: string): Promise<ActionResult> {
  const db = await studioDb()
  const row = await db.generation.findFirst({ where: { id, deletedAt: null } })
  if (row?.state !== 'processing' && row?.state !== 'receiving') {
    return { ok: false, sentence: 'Only a job that is on its way can be given up.' }
  }
  const given = await carryOut(db, row, decideGivenUp(systemClock()))
  return given ? { ok: true } : { ok: false, sentence: 'It changed at this very moment. Look again.' }
}

/** What giving up means for the row. Nothing is refunded by it. */
export function decideGivenUp(now: number): Decision {
  const sentence = 'You gave it up: Squero asks no more. It was charged, and the charge stands.'
  return {
    change: { state: 'failed', endedAt: now, note: null, problem: problem('given-up', sentence) },
    ledger: [],
  }
}
