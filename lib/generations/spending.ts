import 'server-only'
import { studioAccount } from '@/lib/account'
import { systemClock } from '@/lib/clock'
import { studioDb, type Tx } from '@/lib/db/client'
import { readSpendNow } from '@/lib/generations/spend-now'
import { chartOf } from '@/lib/generations/spending-chart'
import { type DayRange, monthOf, type Period, rangeOf, weekOf } from '@/lib/generations/spending-period'
import { readSpendingRows, type SpendingRow } from '@/lib/generations/spending-rows'
import { billedElsewhere, byModel, byProject, byState, keptOf, sumsOf } from '@/lib/generations/spending-sums'
import { readUnsettled } from '@/lib/generations/spending-unsettled'
import type { SpendingView } from '@/lib/generations/spending-view'
import { dayOf } from '@/lib/money/day'
import { readRules } from '@/lib/money/rules'
import { readTally } from '@/lib/money/tallies'
import { readUsageStanding } from '@/lib/money/usage-reading'

/** All that the Spending screen shows of one period, for the account in use. */
export async function readSpending(period: Period): Promise<SpendingView> {
  const [{ id: accountId }, db] = await Promise.all([studioAccount(), studioDb()])
  const now = systemClock()
  const rules = await readRules(db, accountId)
  const today = dayOf(now, rules.timeZone)
  const firstDay = await readFirstDay(db, accountId)
  const range = rangeOf(period, today, firstDay)
  const from = [range.from, weekOf(today), monthOf(today)].reduce((a, b) => (a < b ? a : b))
  const [all, unsettled, history, committed, { projects }] = await Promise.all([
    readSpendingRows(db, accountId, from),
    readUnsettled(db, accountId),
    readUsageStanding(db, accountId),
    readTally(db, accountId, 'day', today),
    readSpendNow(db, accountId, now),
  ])
  const since = (day: string) => all.filter((row) => row.day >= day)
  const rows = since(range.from)
  return {
    now,
    today,
    timeZone: rules.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    period: { name: period, ...range },
    firstDay,
    rules,
    dayLeftMicroUsd: rules.dayCapMicroUsd === null ? null : rules.dayCapMicroUsd - committed,
    sums: {
      today: sumsOf(since(today)),
      week: sumsOf(since(weekOf(today))),
      month: sumsOf(since(monthOf(today))),
      period: sumsOf(rows),
    },
    ...partsOf(rows, range, new Map(projects.map(({ id, name }) => [id, name]))),
    unsettled,
    history: { readTo: history.readTo, problem: history.problem?.sentence ?? null },
    projectCaps: projects,
  }
}

function partsOf(rows: readonly SpendingRow[], range: DayRange, projectNames: ReadonlyMap<string, string>) {
  const models = byModel(rows)
  return {
    chart: chartOf(rows, range, models),
    models,
    projects: byProject(rows, projectNames),
    states: byState(rows),
    kept: keptOf(rows),
    billedElsewhere: billedElsewhere(rows),
  }
}

/** The first day anything was made; null: nothing was. */
export async function readFirstDay(db: Tx, accountId: string): Promise<string | null> {
  const first = await db.generation.findFirst({ where: { accountId }, orderBy: { day: 'asc' }, select: { day: true } })
  return first?.day ?? null
}
