import 'server-only'
import type { Tx } from '@/lib/db/client'
import { inPages, type Page } from '@/lib/db/in-pages'
import type { Generation, LedgerEntry, UsageEntry } from '@/lib/generated/prisma/client'
import type { UsageRole } from '@/lib/generated/prisma/enums'
import type { GenerationState } from '@/lib/generations/state'
import { TRANSCRIPT_SKUS } from '@/lib/generations/transcript-request'
import type { Claim, Match } from '@/lib/money/history'
import { standingOf } from '@/lib/money/standing'
import { historyEntry } from '@/lib/money/usage'
import { ASKED_FOR, type Span } from '@/lib/money/usage-schedule'

const MINUTE = 60_000

/** The vendor's clock and this one may be apart by as much; an entry seems to be older than its request then, ms. */
const EARLY = 2 * MINUTE
/** Clocks apart, and an entry that is written a while after the request was answered, ms. */
const LATE = 5 * MINUTE
/** An answer that never came was waited for so long (`TIMEOUTS`): the charge may be made until then, ms. */
const UNANSWERED = { video: 2 * MINUTE, transcript: 5 * MINUTE }
/** Money comes back when the provider has refused, or in a run of the vendor's books within the day, ms. */
const REFUND_WITHIN = 24 * 60 * MINUTE

type Row = Generation & { ledger: LedgerEntry[]; usage: UsageEntry[] }

const WITH_MONEY = { ledger: { orderBy: { id: 'asc' } }, usage: true } as const

/** Jobs that the usage history may say something about. Times are ms since 1970. */
export interface Claims {
  charges: Claim[]
  refunds: Claim[]
  /** When those were bought, or refused, that the history is asked for. */
  askedFor: number[]
  rows: Map<string, Row>
}

/** The jobs of an account that the usage history has not settled, of the last days. @param now ms since 1970 */
export async function readClaims(db: Tx, accountId: string, now: number): Promise<Claims> {
  const since = new Date(now - ASKED_FOR)
  const without = (role: UsageRole) => ({ usage: { none: { role } } })
  const where = {
    accountId,
    state: { notIn: ['waiting', 'awaiting_consent', 'cancelled'] satisfies GenerationState[] },
    OR: [{ sentAt: { gte: since } }, { endedAt: { gte: since } }],
    AND: { OR: [without('charge'), { refund: { not: null }, ...without('refund') }] },
  }
  const rows = await inPages((page: Page<string>) =>
    db.generation.findMany({ where, include: WITH_MONEY, orderBy: { id: 'asc' }, ...page }),
  )
  const open = (role: UsageRole) => rows.filter((row) => row.usage.every((entry) => entry.role !== role))
  const charges = open('charge').flatMap((row) => chargeClaim(row) ?? [])
  const refunds = open('refund').flatMap((row) => refundClaim(row) ?? [])
  const byId = new Map(rows.map((row) => [row.id, row]))
  // What the person denied is compared when the history is read, but it is not read for it.
  const denied = (claim: Claim) => claim.kind === 'unclear' && byId.get(claim.id)?.state === 'rejected'
  const asked = [...charges.filter((claim) => !denied(claim)), ...refunds.filter((claim) => claim.kind === 'perhaps')]
  return { charges, refunds, askedFor: asked.map((claim) => claim.at), rows: byId }
}

/** What was matched before in a span of time. */
export async function readSettled(db: Tx, accountId: string, role: UsageRole, { from, to }: Span): Promise<Match[]> {
  const where = { accountId, role, at: { gte: new Date(from), lte: new Date(to) } }
  const include = { generation: { include: WITH_MONEY } }
  const entries = await inPages((page: Page<number>) =>
    db.usageEntry.findMany({ where, include, orderBy: { id: 'asc' }, ...page }),
  )
  const claimOf = role === 'charge' ? chargeClaim : refundClaim
  return entries.flatMap((row) => {
    const claim = row.generation && claimOf(row.generation)
    const entry = historyEntry(row)
    return claim && entry ? [{ claim: { ...claim, kind: 'certain' as const }, entry }] : []
  })
}

/** When the charge of a request can stand in the history; null for one that was never sent. */
export function spanOfCharge(row: Pick<Generation, 'kind' | 'sentAt' | 'acceptedAt'>): (Span & { at: number }) | null {
  if (!row.sentAt) return null
  const sentAt = row.sentAt.getTime()
  const accepted = row.acceptedAt?.getTime()
  return { at: accepted ?? sentAt, from: sentAt - EARLY, to: (accepted ?? sentAt + UNANSWERED[row.kind]) + LATE }
}

/** The names the model of a job goes by: as it was asked for, and as the vendor's answer called it. */
export function modelsOf({ kind, modelId, queueModel }: Pick<Generation, 'kind' | 'modelId' | 'queueModel'>) {
  if (kind === 'transcript') return TRANSCRIPT_SKUS
  return queueModel === null ? [modelId] : [modelId, queueModel]
}

function chargeClaim(row: Row): Claim | null {
  const span = spanOfCharge(row)
  const kind = chargeKind(row)
  if (!span || !kind) return null
  const microUsd = row.kind === 'transcript' ? null : Number(row.quoteMicroUsd)
  return { id: row.id, models: modelsOf(row), microUsd, kind, ...span, sentAt: row.sentAt?.getTime() }
}

function chargeKind(row: Row): Claim['kind'] | null {
  const { charged, held, unknown } = standing(row)
  if (charged > 0 || unknown === 'charged') return 'certain'
  if (row.state === 'uncertain' || row.state === 'submitting') return 'unclear'
  if (row.state !== 'rejected') return null
  if (row.refund === 'unknown' && (held > 0 || unknown === 'held')) return 'perhaps'
  // The person said that it was not charged; an entry may still say otherwise, and must not be taken for another's.
  return row.ledger.some((line) => line.kind === 'release' && basisOf(line) === 'person') ? 'unclear' : null
}

function refundClaim(row: Row): Claim | null {
  const { charged: microUsd } = standing(row)
  const kind = refundKind(row)
  if (!kind || !row.sentAt || !row.endedAt || microUsd <= 0) return null
  const bill = row.usage.find((entry) => entry.role === 'charge')
  const billed = bill ? { amountMicro: -Number(bill.amountMicro), currency: bill.currency } : null
  const at = row.endedAt.getTime()
  const span = { at, from: row.sentAt.getTime() - EARLY, to: at + REFUND_WITHIN }
  return { id: row.id, models: modelsOf(row), microUsd, billed, kind, ...span }
}

function refundKind(row: Row): Claim['kind'] | null {
  if (row.state !== 'failed' && row.state !== 'rejected') return null
  if (row.refund === 'yes') return 'certain'
  if (row.refund === 'unknown') return 'perhaps'
  // Only the history said that it was charged: so it may also say that the money came back.
  const byHistory = row.ledger.some((line) => line.kind === 'charge' && basisOf(line) === 'history')
  return row.refund === 'no' && byHistory ? 'perhaps' : null
}

const standing = (row: Row) => standingOf(row.ledger.map((line) => ({ ...line, microUsd: Number(line.microUsd) })))

function basisOf({ evidence }: LedgerEntry): unknown {
  return typeof evidence === 'object' && evidence !== null && 'basis' in evidence ? evidence.basis : null
}
