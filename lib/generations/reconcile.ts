import 'server-only'
import type { Clock } from '@/lib/clock'
import type { Db } from '@/lib/db/client'
import type { UsageRole } from '@/lib/generated/prisma/enums'
import { problem } from '@/lib/generations/problem'
import { type Claims, readClaims, readSettled } from '@/lib/generations/reconcile-claims'
import { bookRefund, chargeRefusal, confirmCharge } from '@/lib/generations/reconcile-write'
import type { Claim, Match } from '@/lib/money/history'
import { knownModels } from '@/lib/money/known-models'
import { matchCharges, matchRefunds, type Reading } from '@/lib/money/reconcile'
import { keepUsage, unclaimedUsage } from '@/lib/money/usage'
import { beginReading, endReading, readUsageStanding, type UsageProblem } from '@/lib/money/usage-reading'
import { mergeSpans, type Span } from '@/lib/money/usage-schedule'
import type { Venice } from '@/lib/venice/client'
import { VeniceError } from '@/lib/venice/errors'

/** A row of jobs one minute apart hangs together further than one of them reaches, ms. */
const NEIGHBOURS = 30 * 60_000

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
  const { charges, rows } = await readClaims(db, accountId, now())
  for (const match of matchCharges(await readingOf(db, accountId, charges, 'charge'))) {
    await (match.claim.kind === 'certain' ? confirmCharge(db, match) : chargeRefusal(db, rowOf(rows, match), match))
  }
  // What was charged decides what a refund must be: read after it.
  const { refunds, rows: after } = await readClaims(db, accountId, now())
  for (const match of matchRefunds(await readingOf(db, accountId, refunds, 'refund'))) {
    await bookRefund(db, rowOf(after, match), match)
  }
}

async function readingOf(db: Db, accountId: string, claims: Claim[], role: UsageRole): Promise<Reading> {
  const reading = { claims, entries: [], settled: [], knownModels: [], readTo: 0 }
  if (claims.length === 0) return reading
  // Neighbours count: those of the first and the last claim, too.
  const span = {
    from: Math.min(...claims.map((claim) => claim.from)) - NEIGHBOURS,
    to: Math.max(...claims.map((claim) => claim.to)) + NEIGHBOURS,
  }
  return {
    claims,
    entries: (await unclaimedUsage(db, accountId, span))[role],
    settled: await readSettled(db, accountId, role, span),
    knownModels: await knownModels(db, accountId),
    readTo: (await readUsageStanding(db, accountId)).readTo ?? 0,
  }
}

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
    return { problem: problem(code, sentence, { retryAt }) }
  }
}

function rowOf(rows: Claims['rows'], { claim }: Match) {
  const row = rows.get(claim.id)
  if (!row) throw new Error('A claim is made of a row.')
  return row
}
