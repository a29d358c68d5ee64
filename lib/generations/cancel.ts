import 'server-only'
import { systemClock } from '@/lib/clock'
import { studioDb } from '@/lib/db/client'
import { carryOut } from '@/lib/generations/store'
import type { ActionResult } from '@/lib/generations/view'

/** Takes back a generation of which nothing has left this machine. It costs nothing. */
export async function cancelGeneration(id: string): Promise<ActionResult> {
  const db = await studioDb()
  const row = await db.generation.findFirst({ where: { id, deletedAt: null } })
  if (!row) return { ok: false, sentence: 'There is no such generation.' }
  if (row.state === 'cancelled') return { ok: true }
  if (row.state !== 'waiting' && row.state !== 'awaiting_consent') return { ok: false, sentence: TOO_LATE }
  const cancelled = await carryOut(db, row, {
    change: { state: 'cancelled', endedAt: systemClock(), note: null },
    // A consent that was asked for has released the reserve already.
    ledger: row.state === 'waiting' ? [{ kind: 'release', basis: 'person' }] : [],
  })
  return cancelled ? { ok: true } : { ok: false, sentence: TOO_LATE }
}

const TOO_LATE = 'It has been sent already: Venice goes on with it, and the charge stands.'
