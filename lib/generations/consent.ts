import 'server-only'
import { studioAccount } from '@/lib/account'
import { systemClock } from '@/lib/clock'
import { studioDb } from '@/lib/db/client'
import type { Decision } from '@/lib/generations/decision'
import { carryOut } from '@/lib/generations/store'
import { consentOf } from '@/lib/generations/to-view'
import type { ActionResult, ConsentView } from '@/lib/generations/view'
import { CapReached } from '@/lib/money/caps'
import { dayOf } from '@/lib/money/day'
import { readRules } from '@/lib/money/rules'
import { type JsonObject, withConsents } from '@/lib/venice/request'

/**
 * Agrees to what Venice asked for and puts the generation back in line with the same request, the consent added.
 * The earlier answer proved that nothing was bought, so its amount is reserved anew, under today's caps.
 */
export async function confirmConsent(id: string): Promise<ActionResult> {
  const [account, db] = await Promise.all([studioAccount(), studioDb()])
  const row = await db.generation.findFirst({ where: { id, accountId: account.id, deletedAt: null } })
  const consent = row && consentOf(row)
  if (row?.state !== 'awaiting_consent' || !consent) return { ok: false, sentence: 'Nothing asks for consent here.' }
  const rules = await readRules(db, account.id)
  const now = systemClock()
  const decision = decideConfirmed(row.request as JsonObject, consent, dayOf(now, rules.timeZone), now)
  try {
    const confirmed = await carryOut(db, row, decision, { within: rules })
    return confirmed ? { ok: true } : { ok: false, sentence: 'It changed at this very moment. Look again.' }
  } catch (error) {
    if (!(error instanceof CapReached)) throw error
    return { ok: false, sentence: `${error.refusal.sentence} Nothing was sent and nothing was spent.` }
  }
}

/** What the person's consent means: back in line, reserved on today's account. @param day the person's */
export function decideConfirmed(request: JsonObject, consent: ConsentView, day: string, now: number): Decision {
  return {
    change: {
      state: 'waiting',
      request: withConsents(request),
      consent: { ...consent, confirmedAt: now },
      day,
      dueAt: now,
      failures: 0,
      problem: null,
    },
    ledger: [{ kind: 'reserve', basis: 'press' }],
  }
}
