import { committed, type Standing, standingOf } from '@/lib/money/standing'
import type { Evidence, Violation } from '@/tests/support/judge'
import type { StudioGeneration, StudioLedgerEntry } from '@/tests/support/studio-books'

/** The ledger replays to what the states say and to the tallies that hold the caps. */
export function judgeMoney(evidence: Evidence): Violation[] {
  return [...linesMatchStates(evidence), ...linesMatchTallies(evidence), ...refundsAreTold(evidence)]
}

const violation = (about: string, what: string): Violation => ({ promise: 1, about, what })

const linesOf = (ledger: readonly StudioLedgerEntry[], id: string) =>
  ledger.filter(({ generationId }) => generationId === id)

function linesMatchStates({ studio }: Evidence): Violation[] {
  return studio.generations.flatMap((row) => {
    const lines = linesOf(studio.ledger, row.id)
    const standing = standingOf(lines)
    const silent = lines.filter(({ evidence }) => evidence === null).map(({ kind }) => `its ${kind} has no evidence`)
    const odd = oddity(row, lines, standing)
    return [...silent, ...(odd ? [odd] : [])].map((what) => violation(row.id, what))
  })
}

/** What the ledger of a generation in this state can't be, or null. */
function oddity(row: StudioGeneration, lines: readonly StudioLedgerEntry[], standing: Standing): string | null {
  const { held, charged, refunded } = standing
  const amount = row.quoteMicroUsd
  const corrections = lines.reduce((sum, { kind, microUsd }) => sum + (kind === 'correction' ? microUsd : 0), 0)
  const stands = expectedMoney(row)
  const isRight = {
    held: held === amount && charged === 0 && refunded === 0,
    charged: held === 0 && charged - corrections === amount && refunded <= charged,
    nothing: held === 0 && charged === 0 && refunded === 0,
    refunded: held === 0 && charged - corrections === amount && refunded === charged,
  }[stands]
  if (isRight) return null
  return `${row.state}, so its money must be ${stands} at ${amount}, but held is ${held}, charged ${charged}, refunded ${refunded}`
}

function expectedMoney(row: StudioGeneration): 'held' | 'charged' | 'nothing' | 'refunded' {
  switch (row.state) {
    case 'waiting':
    case 'submitting':
    case 'uncertain':
      return 'held'
    case 'processing':
    case 'receiving':
    case 'stored':
    case 'done':
    case 'lost':
    case 'quarantined':
      return 'charged'
    case 'awaiting_consent':
    case 'cancelled':
      return 'nothing'
    case 'failed':
      return row.refund === 'yes' ? 'refunded' : 'charged'
    case 'rejected':
      return row.refund === 'no' ? 'charged' : row.refund === 'unknown' ? 'held' : 'nothing'
  }
}

function linesMatchTallies({ studio }: Evidence): Violation[] {
  const sums = new Map<string, number>()
  const add = (parts: (string | null)[], microUsd: number) =>
    sums.set(parts.join(' '), (sums.get(parts.join(' ')) ?? 0) + microUsd)
  for (const row of studio.generations) {
    const spent = committed(standingOf(linesOf(studio.ledger, row.id)))
    add([row.accountId, 'day', row.day], spent)
    if (row.projectId !== null) add([row.accountId, 'project', row.projectId], spent)
  }
  for (const { accountId, scope, key, microUsd } of studio.tallies) add([accountId, scope, key], -microUsd)
  return [...sums].flatMap(([key, off]) =>
    off === 0 ? [] : [violation(`tally ${key}`, `the ledger has ${off} µUSD more than the tally`)],
  )
}

/** No refund is inferred: one in the studio's ledger is in the sandbox's. */
function refundsAreTold({ studio, sandbox }: Evidence): Violation[] {
  return studio.generations.flatMap((row) => {
    const claimed = linesOf(studio.ledger, row.id).some(({ kind }) => kind === 'refund')
    const given = sandbox.refunds.some(({ queueId }) => queueId === row.queueId)
    return claimed && !given ? [violation(row.id, 'a refund that nobody gave')] : []
  })
}
