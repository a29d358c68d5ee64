import { beforeAll, expect, it } from 'vitest'
import { readSpending } from '@/lib/generations/spending'
import { ledgerCsv } from '@/lib/generations/spending-csv'
import { type LedgerQuery, readLedgerPage } from '@/lib/generations/spending-ledger'
import type { LedgerPage } from '@/lib/generations/spending-view'
import { dayOf } from '@/lib/money/day'
import { saveRules } from '@/lib/money/rules'
import { manyDays, seedSpending } from '@/tests/support/seed-spending'
import { openTestStudio } from '@/tests/support/studio'

let studio: Awaited<ReturnType<typeof openTestStudio>>

beforeAll(async () => {
  studio = await openTestStudio()
  const { db, account } = studio
  await saveRules(db, account.id, { timeZone: 'UTC' })
  await seedSpending(db, account.id, manyDays({ today: dayOf(Date.now(), 'UTC'), days: 40, perDay: 15 }))
})

it('the figures, the bars, the models, the states and the tallies that hold the caps are one sum', async () => {
  for (const period of ['7', '14', 'month', 'all'] as const) {
    const view = await readSpending(period)
    const { charged, held, uncertain, refunded } = view.sums.period
    const bars = view.chart.bars.map((bar) => bar.charged.reduce((sum, one) => sum + one, bar.others))
    expect(total(bars)).toBe(charged)
    expect(total(view.models.map((model) => model.charged))).toBe(charged + refunded)
    expect(total(view.states.map(({ sums }) => sums.charged))).toBe(charged)
    expect(total(view.projects.map(({ sums }) => sums.charged))).toBe(charged)
    const tallies = await studio.db.spendTally.findMany({ where: { scope: 'day', key: { gte: view.period.from } } })
    expect(total(tallies.map(({ microUsd }) => Number(microUsd)))).toBe(charged + held + uncertain)
  }
})

it('the ledger is read to its end page by page, and its file holds the same lines', async () => {
  const query: LedgerQuery = { period: 'all', entry: null, model: null, cursor: null }
  const ids: number[] = []
  for (let page: LedgerPage | null = await readLedgerPage(query); page; page = await next(query, page)) {
    ids.push(...page.rows.map(({ id }) => id))
  }
  let text = ''
  for await (const piece of ledgerCsv(query)) text += piece
  const written = text.trimEnd().split('\r\n').slice(1)
  expect(ids.length).toBe(await studio.db.ledgerEntry.count())
  expect(written.map((line) => Number(line.split(',').at(-1)))).toEqual(ids.toReversed())
})

const next = (query: LedgerQuery, { nextCursor }: LedgerPage) =>
  nextCursor === null ? null : readLedgerPage({ ...query, cursor: nextCursor })

const total = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0)
