import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { Generation, LedgerEntry } from '@/lib/generated/prisma/client'
import type { TallyScope } from '@/lib/generated/prisma/enums'
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
  const { findings, off } = await compare(tx)
  return [...findings, ...off.map(tallyFault)]
}

/**
 * Sets the tallies to the sums of the ledger. In a transaction.
 * @returns the names of those that were off
 */
export async function mendTallies(tx: Tx): Promise<string[]> {
  // Writing comes first: from here on nobody else adds to one.
  await tx.spendTally.updateMany({ data: { microUsd: { increment: 0n } } })
  const { off } = await compare(tx)
  for (const { accountId, scope, key, microUsd } of off) {
    const id = { accountId, scope, key }
    await tx.spendTally.upsert({
      where: { accountId_scope_key: id },
      create: { ...id, microUsd: BigInt(microUsd) },
      update: { microUsd: { increment: BigInt(microUsd) } },
    })
  }
  return off.map(nameOf)
}

/** A tally, and by how much the ledger says more than it, µUSD. */
interface OffTally {
  accountId: string
  scope: TallyScope
  key: string
  microUsd: number
}

async function compare(tx: Tx): Promise<{ findings: Finding[]; off: OffTally[] }> {
  const findings: Finding[] = []
  const sums = new Map<string, OffTally>()
  const add = (tally: OffTally) => {
    const sum = sums.get(nameOf(tally)) ?? { ...tally, microUsd: 0 }
    sums.set(nameOf(tally), { ...sum, microUsd: sum.microUsd + tally.microUsd })
  }
  for await (const row of rowsOf(tx)) {
    const fault = faultOf(row)
    if (fault) findings.push({ part: 'ledger', about: `generation ${row.id}`, what: fault })
    const microUsd = committed(standingOf(amountsOf(row)))
    for (const [scope, key] of scopesOf(row)) add({ accountId: row.accountId, scope, key, microUsd })
  }
  for (const tally of await tx.spendTally.findMany()) add({ ...tally, microUsd: -Number(tally.microUsd) })
  return { findings, off: [...sums.values()].filter(({ microUsd }) => microUsd !== 0) }
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

const nameOf = ({ accountId, scope, key }: OffTally) => `the tally of ${scope} ${key} (account ${accountId})`

function tallyFault(tally: OffTally): Finding {
  const off = tally.microUsd
  const what = off > 0 ? `is ${off} µUSD less than the ledger says.` : `is ${-off} µUSD more than the ledger says.`
  return { part: 'ledger', about: nameOf(tally), what }
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
