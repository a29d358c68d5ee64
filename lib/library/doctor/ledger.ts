import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { Generation, LedgerEntry } from '@/lib/generated/prisma/client'
import { readProblem } from '@/lib/generations/problem'
import type { GenerationState } from '@/lib/generations/state'
import { BROUGHT } from '@/lib/library/archive/restore-clip'
import type { Finding } from '@/lib/library/doctor/finding'
import { committed, standingOf } from '@/lib/money/standing'
import { scopesOf } from '@/lib/money/tallies'

type Row = Pick<Generation, 'id' | 'accountId' | 'state' | 'refund' | 'day' | 'projectId' | 'note'> & {
  ledger: Pick<LedgerEntry, 'kind' | 'microUsd' | 'unknown'>[]
}

const BATCH = 400

/**
 * Whether the ledger of each generation is what its state says, and whether the tallies that hold the caps are the sums of
 * the ledger. In a transaction, so that all is of one moment.
 */
export async function checkLedger(tx: Tx): Promise<Finding[]> {
  const findings: Finding[] = []
  const sums = new Map<string, number>()
  for await (const row of rowsOf(tx)) {
    const fault = faultOf(row)
    if (fault) findings.push({ part: 'ledger', about: `generation ${row.id}`, what: fault })
    const spent = committed(standingOf(amountsOf(row)))
    for (const [scope, key] of scopesOf(row)) addTo(sums, [row.accountId, scope, key], spent)
  }
  for (const { accountId, scope, key, microUsd } of await tx.spendTally.findMany()) {
    addTo(sums, [accountId, scope, key], -Number(microUsd))
  }
  return [...findings, ...[...sums].flatMap(([name, off]) => tallyFault(name, off))]
}

async function* rowsOf(tx: Tx): AsyncGenerator<Row> {
  let after = ''
  for (;;) {
    const rows = await tx.generation.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: BATCH,
      select: {
        id: true,
        accountId: true,
        state: true,
        refund: true,
        day: true,
        projectId: true,
        note: true,
        ledger: { orderBy: { id: 'asc' }, select: { kind: true, microUsd: true, unknown: true } },
      },
    })
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = last.id
  }
}

const amountsOf = ({ ledger }: Row) => ledger.map((line) => ({ ...line, microUsd: Number(line.microUsd) }))

const addTo = (sums: Map<string, number>, parts: string[], microUsd: number) =>
  sums.set(parts.join(' '), (sums.get(parts.join(' ')) ?? 0) + microUsd)

function tallyFault(name: string, off: number): Finding[] {
  if (off === 0) return []
  const [account, scope, ...key] = name.split(' ')
  const about = `the tally of ${scope} ${key.join(' ')} (account ${account})`
  const what = off > 0 ? `is ${off} µUSD less than the ledger says.` : `is ${-off} µUSD more than the ledger says.`
  return [{ part: 'ledger', about, what }]
}

type Money = 'held' | 'charged' | 'nothing'

/** What its lines say, whatever the amounts. */
function moneyOf({ ledger }: Row): Money {
  const count = (kind: LedgerEntry['kind']) => ledger.filter((line) => line.kind === kind).length
  if (count('charge') > 0) return 'charged'
  return count('reserve') > count('release') ? 'held' : 'nothing'
}

function faultOf(row: Row): string | null {
  const is = moneyOf(row)
  const must = row.state === 'rejected' ? rejected(row.refund) : MUST_BE[row.state]
  // A clip that came as a file was paid for in another studio.
  if (is === must || (is === 'nothing' && readProblem(row.note)?.code === BROUGHT)) return null
  return `It is ${row.state}, so that its money must be ${must}, but by its ledger it is ${is}.`
}

const rejected = (refund: string | null): Money =>
  refund === 'no' ? 'charged' : refund === 'unknown' ? 'held' : 'nothing'

const MUST_BE: Record<Exclude<GenerationState, 'rejected'>, Money> = {
  waiting: 'held',
  submitting: 'held',
  uncertain: 'held',
  awaiting_consent: 'nothing',
  cancelled: 'nothing',
  processing: 'charged',
  receiving: 'charged',
  stored: 'charged',
  done: 'charged',
  failed: 'charged',
  lost: 'charged',
  quarantined: 'charged',
}
