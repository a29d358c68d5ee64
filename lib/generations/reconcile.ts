import 'server-only'
import type { Clock } from '@/lib/clock'
import type { Db } from '@/lib/db/client'
import { type Claims, readClaims } from '@/lib/generations/reconcile-claims'
import { bookRefund, chargeRefusal, confirmCharge } from '@/lib/generations/reconcile-write'
import { knownModels } from '@/lib/money/known-models'
import { matchCharges, matchRefunds } from '@/lib/money/reconcile'
import { keepUsage, unclaimedUsage } from '@/lib/money/usage'
import { beginReading, endReading, readUsageStanding, type UsageProblem } from '@/lib/money/usage-reading'
import { mergeSpans, type Span } from '@/lib/money/usage-schedule'
import type { Venice } from '@/lib/venice/client'
import { VeniceError } from '@/lib/venice/errors'

/** What reading the history needs from outside. */
export interface HistoryWorks {
  accountId: string
  db: Db
  venice: Pick<Venice, 'usageHistory'>
  now: Clock
  signal: AbortSignal
}

/**
 * Reads the usage history around the jobs it has not settled, keeps what it says, and settles what it settles: charges
 * confirmed or corrected, refusals and refunds that nobody told of. An unclear purchase is never settled by it. Each
 * step is a commit of its own and can be repeated, so whatever breaks off is made up for the next time.
 * @param also a span to read besides, ms since 1970
 */
export async function reconcile(works: HistoryWorks, also?: Span): Promise<void> {
  const { db, accountId } = works
  const now = works.now()
  const claims = await readClaims(db, accountId, now)
  const spans = mergeSpans([...claims.charges, ...claims.refunds, ...(also ? [also] : [])], now)
  const standing = await readUsageStanding(db, accountId)
  if (spans.length > 0 && (await beginReading(db, accountId, standing, now))) {
    const outcome = await readSpans(works, spans, now)
    if (!works.signal.aborted) await endReading(db, accountId, outcome)
  }
  await settleByHistory(works)
}

/** Settles what the entries kept here settle, without asking anybody. */
export async function settleByHistory({ db, accountId, now }: HistoryWorks): Promise<void> {
  const { readTo } = await readUsageStanding(db, accountId)
  const known = await knownModels(db, accountId)
  const read = async () => {
    const claims = await readClaims(db, accountId, now())
    const spans = [...claims.charges, ...claims.refunds]
    const from = Math.min(...spans.map((span) => span.from))
    const to = Math.max(...spans.map((span) => span.to))
    const entries = spans.length === 0 ? NOTHING : await unclaimedUsage(db, accountId, from, to)
    return { claims, entries, rest: { knownModels: known, readTo: readTo ?? 0 } }
  }
  const first = await read()
  const charges = matchCharges({ ...first.rest, claims: first.claims.charges, entries: first.entries.charges })
  for (const match of charges) {
    const row = rowOf(first.claims, match.claim.id)
    await (match.claim.kind === 'certain' ? confirmCharge(db, match) : chargeRefusal(db, row, match))
  }
  // What was charged decides what a refund must be: read again.
  const second = await read()
  const refunds = matchRefunds({ ...second.rest, claims: second.claims.refunds, entries: second.entries.refunds })
  for (const match of refunds) await bookRefund(db, rowOf(second.claims, match.claim.id), match)
}

const NOTHING = { charges: [], refunds: [] }

async function readSpans(
  { db, accountId, venice, signal }: HistoryWorks,
  spans: readonly Span[],
  now: number,
): Promise<{ readTo: number } | { problem: UsageProblem }> {
  try {
    for (const { from, to } of spans) {
      // Up to now means to the end: the vendor's clock may be ahead of this one.
      const window = to < now ? { from, to: to + 1 } : { from }
      await keepUsage(db, accountId, await venice.usageHistory(window, signal))
    }
    return { readTo: now }
  } catch (error) {
    if (!(error instanceof VeniceError)) throw error
    const { code, sentence, retryAt } = error
    return { problem: { code, sentence, retryAt } }
  }
}

function rowOf({ rows }: Claims, id: string) {
  const row = rows.get(id)
  if (!row) throw new Error('A claim is made of a row.')
  return row
}
