import type { Decision, JobFacts } from '@/lib/generations/decision'
import { backoffMs } from '@/lib/generations/pace'
import { problem } from '@/lib/generations/problem'

/** The price a waiting generation was reserved at, and what Venice says now; null: it does not say. µUSD. */
export interface QuotedAgain {
  was: number
  is: number | null
}

/**
 * What a price means that was asked for again because a generation waited long. A higher one is never paid unasked
 * (docs/architecture.md): the generation is taken back. A lower one replaces the reserve.
 */
export function decideQuoted(facts: JobFacts, { was, is }: QuotedAgain, now: number): Decision {
  if (is === null) return putOff(facts, now)
  if (is > was) return tooDear(now)
  const change = { quoteMicroUsd: is, quotedAt: now }
  if (is === was) return { change, ledger: [] }
  return {
    change,
    ledger: [
      { kind: 'release', basis: 'quote' },
      { kind: 'reserve', basis: 'quote' },
    ],
  }
}

function putOff(facts: JobFacts, now: number): Decision {
  const dueAt = now + backoffMs(facts.failures)
  const sentence = 'Venice can’t be asked for the price. Nothing was sent and nothing was spent.'
  const note = problem('unsent', sentence, { retryAt: dueAt })
  return { change: { dueAt, failures: facts.failures + 1, note }, ledger: [] }
}

function tooDear(now: number): Decision {
  const why = problem('price-moved', 'The price rose while this waited. Nothing was sent and nothing was spent.')
  return {
    change: { state: 'cancelled', problem: why, endedAt: now, note: null },
    ledger: [{ kind: 'release', basis: 'quote' }],
  }
}
