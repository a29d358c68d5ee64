import { beforeAll, expect, it } from 'vitest'
import { readSpending } from '@/lib/generations/spending'
import { ledgerCsv } from '@/lib/generations/spending-csv'
import { type LedgerQuery, readLedgerPage } from '@/lib/generations/spending-ledger'
import type { LedgerPage } from '@/lib/generations/spending-view'
import { dayOf } from '@/lib/money/day'
import { saveRules } from '@/lib/money/rules'
import { manyDays, type SeedGeneration, seedSpending } from '@/tests/support/seed-spending'
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

it('more than a thousand at once are kept and held', async () => {
  const { db, account } = studio
  const day = '2020-01-01'
  const reserve = { kind: 'reserve', microUsd: 350_000, basis: 'press' } as const
  const charge = { kind: 'charge', microUsd: 350_000, basis: 'quote' } as const
  const one = { day, modelId: 'm', modelName: 'M', quoteMicroUsd: 350_000 }
  const idOf = (number: number) => `30000000-0000-4000-8000-${String(number).padStart(12, '0')}`
  const kept = Array.from({ length: 1100 }, (_, index): SeedGeneration => {
    return { ...one, id: idOf(index), state: 'done', starred: true, clipMs: 2000, lines: [reserve, charge] }
  })
  const held = Array.from({ length: 1100 }, (_, index): SeedGeneration => {
    return { ...one, id: idOf(5000 + index), state: 'uncertain', lines: [reserve] }
  })
  const before = await readSpending('all')
  await seedSpending(db, account.id, [...kept, ...held])
  const { kept: seen, unsettled, period } = await readSpending('all')
  expect(period.from).toBe(day)
  expect(seen.clips - before.kept.clips).toBe(1100)
  expect(seen.durationMs - before.kept.durationMs).toBe(1100 * 2000)
  expect(unsettled.uncertainMicroUsd).toBe(1100 * 350_000)
  expect([unsettled.items.length, unsettled.more]).toEqual([20, 1080])
})

const next = (query: LedgerQuery, { nextCursor }: LedgerPage) =>
  nextCursor === null ? null : readLedgerPage({ ...query, cursor: nextCursor })

const total = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0)
