import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { ProjectView, SpendNow } from '@/lib/generations/view'
import { dayOf } from '@/lib/money/day'
import { listProjects, type Project } from '@/lib/money/projects'
import { readRules } from '@/lib/money/rules'
import { readTally } from '@/lib/money/tallies'

/** Reserved and not sent, or sent and not answered yet. */
const HELD = ['waiting', 'submitting'] as const
/** Nobody can say whether it was charged. */
export const UNCERTAIN = { OR: [{ state: 'uncertain' as const }, { state: 'rejected' as const, refund: 'unknown' }] }

/** Reserved or charged at an amount that nobody told: not released, unless it was charged after all. */
const OF_UNKNOWN_PRICE = {
  ledger: { some: { unknown: true }, none: { kind: 'correction' as const } },
  OR: [{ ledger: { some: { kind: 'charge' as const } } }, { ledger: { none: { kind: 'release' as const } } }],
}

/** Today's money and what may still be spent, for an account. @param now ms since 1970 */
export async function readSpendNow(db: Tx, accountId: string, now: number): Promise<SpendNow> {
  const rules = await readRules(db, accountId)
  const day = dayOf(now, rules.timeZone)
  const [committed, held, uncertain, dayUnknown, projects] = await Promise.all([
    readTally(db, accountId, 'day', day),
    sumByDay(db, { accountId, state: { in: [...HELD] } }),
    sumByDay(db, { accountId, ...UNCERTAIN }),
    db.generation.count({ where: { accountId, day, ...OF_UNKNOWN_PRICE } }),
    listProjects(db, accountId),
  ])
  return {
    day,
    chargedMicroUsd: committed - (held.get(day) ?? 0) - (uncertain.get(day) ?? 0),
    heldMicroUsd: total(held),
    uncertainMicroUsd: total(uncertain),
    dayHeldMicroUsd: held.get(day) ?? 0,
    dayUncertainMicroUsd: uncertain.get(day) ?? 0,
    dayUnknown,
    dayCapMicroUsd: rules.dayCapMicroUsd,
    dayLeftMicroUsd: left(rules.dayCapMicroUsd, committed),
    generationCapMicroUsd: rules.generationCapMicroUsd,
    askAboveMicroUsd: rules.askAboveMicroUsd,
    projects: await Promise.all(projects.map((project) => viewProject(db, accountId, project))),
  }
}

/** A project with what was spent on it, and what is left under its cap. */
export async function viewProject(db: Tx, accountId: string, { id, name, capMicroUsd }: Project): Promise<ProjectView> {
  const spentMicroUsd = await readTally(db, accountId, 'project', id)
  return { id, name, capMicroUsd, spentMicroUsd, leftMicroUsd: left(capMicroUsd, spentMicroUsd) }
}

async function sumByDay(db: Tx, where: object): Promise<Map<string, number>> {
  const sums = await db.generation.groupBy({ by: ['day'], where, _sum: { quoteMicroUsd: true } })
  return new Map(sums.map((sum) => [sum.day, Number(sum._sum.quoteMicroUsd ?? 0n)]))
}

const total = (sums: Map<string, number>) => [...sums.values()].reduce((sum, microUsd) => sum + microUsd, 0)

const left = (cap: number | null, spent: number) => (cap === null ? null : Math.max(0, cap - spent))
