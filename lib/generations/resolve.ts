import 'server-only'
import { systemClock } from '@/lib/clock'
import { studioDb } from '@/lib/db/client'
import type { Decision } from '@/lib/generations/decision'
import { problem } from '@/lib/generations/problem'
import { carryOut, type Generation } from '@/lib/generations/store'
import type { ActionResult } from '@/lib/generations/view'

export type Verdict = 'charged' | 'not-charged'

/**
 * Settles by what the person found out whether something was charged: a purchase without a clear answer, or a refusal
 * that did not say. Nothing is ever decided for them, and nothing is sent.
 */
export async function resolveUncertain(id: string, verdict: Verdict): Promise<ActionResult> {
  const db = await studioDb()
  const row = await db.generation.findFirst({ where: { id, deletedAt: null } })
  const decision = row && decisionFor(row, verdict)
  if (!row || !decision) return { ok: false, sentence: 'This was settled already.' }
  const settled = await carryOut(db, row, decision)
  return settled ? { ok: true } : { ok: false, sentence: 'It changed at this very moment. Look again.' }
}

function decisionFor(row: Generation, verdict: Verdict): Decision | null {
  if (row.state === 'uncertain') return decideVerdict(verdict, systemClock(), WHAT[row.kind])
  if (row.state === 'rejected' && row.refund === 'unknown') return decideRefusalVerdict(verdict)
  return null
}

const WHAT = { video: 'clip', transcript: 'transcript' }

/** What the person's answer means for the row and the ledger. */
export function decideVerdict(verdict: Verdict, now: number, what = 'clip'): Decision {
  if (verdict === 'charged') {
    const why = problem(
      'resolved',
      `You settled it: it was charged. No ${what} came, and there is no way to ask for it.`,
    )
    return { change: { state: 'lost', endedAt: now, problem: why }, ledger: [{ kind: 'charge', basis: 'person' }] }
  }
  const why = problem('resolved', 'You settled it: it was not charged. Nothing was spent.')
  return { change: { state: 'rejected', endedAt: now, problem: why }, ledger: [{ kind: 'release', basis: 'person' }] }
}

/** The same for a refusal: it stays one, and only its money is settled. */
export function decideRefusalVerdict(verdict: Verdict): Decision {
  return verdict === 'charged'
    ? { change: { refund: 'no' }, ledger: [{ kind: 'charge', basis: 'person' }] }
    : { change: { refund: 'yes' }, ledger: [{ kind: 'release', basis: 'person' }] }
}
