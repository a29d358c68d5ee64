import { beforeAll, describe, expect, it } from 'vitest'
import { readSpending } from '@/lib/generations/spending'
import { setCaps } from '@/lib/generations/spending-caps'
import { ledgerCsv } from '@/lib/generations/spending-csv'
import { readLedgerPage } from '@/lib/generations/spending-ledger'
import { dayOf, shiftDay } from '@/lib/money/day'
import { createProject } from '@/lib/money/projects'
import { type SeedGeneration, seedSpending } from '@/tests/support/seed-spending'
import { openTestStudio } from '@/tests/support/studio'

const TODAY = dayOf(Date.now(), 'UTC')
const dayBack = (days: number) => shiftDay(TODAY, -days)

let studio: Awaited<ReturnType<typeof openTestStudio>>
let projectId: string

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const reserve = (microUsd: number) => ({ kind: 'reserve', microUsd, basis: 'press' }) as const
const charge = (microUsd: number) => ({ kind: 'charge', microUsd, basis: 'quote' }) as const

function books(): SeedGeneration[] {
  const a = { modelId: 'model-a', modelName: 'Model A', quoteMicroUsd: 350_000 }
  const b = { modelId: 'model-b', modelName: 'Model B', quoteMicroUsd: 500_000 }
  const bought = [reserve(350_000), charge(350_000)]
  return [
    { ...a, id: id(1), day: TODAY, state: 'done', lines: bought, clipMs: 5000, starred: true, projectId },
    {
      ...a,
      id: id(2),
      day: TODAY,
      state: 'done',
      clipMs: 8000,
      lines: [...bought, { kind: 'correction', microUsd: -50_000, basis: 'history' }],
      billed: { amountMicro: -300_000, currency: 'USD' },
    },
    { ...b, id: id(3), day: TODAY, state: 'waiting', lines: [reserve(500_000)], prompt: 'waits' },
    { ...b, id: id(4), day: dayBack(20), state: 'uncertain', lines: [reserve(500_000)], prompt: 'nobody knows' },
    { ...b, id: id(5), day: TODAY, state: 'rejected', refund: 'unknown', lines: [reserve(500_000)] },
    { ...b, id: id(6), day: dayBack(3), state: 'lost', lines: [reserve(500_000), charge(500_000)] },
    {
      ...b,
      id: id(7),
      day: dayBack(3),
      state: 'failed',
      refund: 'yes',
      lines: [reserve(500_000), charge(500_000), { kind: 'refund', microUsd: 500_000, basis: 'answer' }],
    },
    {
      ...b,
      id: id(8),
      day: dayBack(2),
      state: 'done',
      clipMs: 5000,
      lines: [reserve(500_000), charge(500_000)],
      billed: { amountMicro: -1_250_000, currency: 'DIEM' },
      prompt: '=HYPERLINK("x"), "quoted"\nsecond line',
    },
  ]
}

beforeAll(async () => {
  studio = await openTestStudio()
  const { db, account } = studio
  await setCaps({ dayCapMicroUsd: 2_000_000, generationCapMicroUsd: null, askAboveMicroUsd: null, timeZone: 'UTC' })
  projectId = (await createProject(db, account.id, 'Lagoon film', new Date())).id
  await seedSpending(db, account.id, books())
})

describe('the Spending screen reads', () => {
  it('today, each amount once: charged with its correction, held and uncertain apart', async () => {
    const { sums, dayLeftMicroUsd } = await readSpending('14')
    expect(sums.today).toEqual({
      generations: 4,
      charged: 650_000,
      held: 500_000,
      uncertain: 500_000,
      lost: 0,
      refunded: 0,
      unknown: 0,
    })
    expect(dayLeftMicroUsd).toBe(350_000)
  })

  it('what was lost and what came back', async () => {
    const { sums } = await readSpending('14')
    expect(sums.period).toMatchObject({ charged: 1_650_000, lost: 500_000, refunded: 500_000 })
  })

  it('only the days of its period; everything begins with the first', async () => {
    const week = await readSpending('7')
    const all = await readSpending('all')
    expect(week.sums.period.uncertain).toBe(500_000)
    expect(all.sums.period.uncertain).toBe(1_000_000)
    expect(all.period.from).toBe(dayBack(20))
    expect(all.chart.bars).toHaveLength(21)
  })

  it('bars whose parts are the sums of the period', async () => {
    const { chart, sums } = await readSpending('14')
    const of = (amount: (bar: (typeof chart.bars)[number]) => number) =>
      chart.bars.reduce((sum, bar) => sum + amount(bar), 0)
    expect(chart.series.map(({ name }) => name)).toEqual(['Model B', 'Model A'])
    expect(of((bar) => bar.charged.reduce((sum, one) => sum + one, bar.others))).toBe(sums.period.charged)
    expect(of((bar) => bar.held)).toBe(sums.period.held)
    expect(of((bar) => bar.uncertain)).toBe(sums.period.uncertain)
  })

  it('quoted against charged, and how much of it the usage history confirms', async () => {
    const { models } = await readSpending('14')
    expect(models).toEqual([
      {
        id: 'model-b',
        name: 'Model B',
        generations: 3,
        quoted: 1_500_000,
        charged: 1_500_000,
        confirmed: 1,
        unknown: 0,
      },
      { id: 'model-a', name: 'Model A', generations: 2, quoted: 700_000, charged: 650_000, confirmed: 1, unknown: 0 },
    ])
  })

  it('projects, states, what a kept second cost, and other currencies in their own unit', async () => {
    const { projects, states, kept, billedElsewhere } = await readSpending('14')
    expect(projects.map(({ name, sums }) => [name, sums.charged])).toEqual([
      [null, 1_300_000],
      ['Lagoon film', 350_000],
    ])
    expect(states.map(({ state, sums }) => [state, sums.generations, sums.charged])).toEqual([
      ['done', 3, 1_150_000],
      ['lost', 1, 500_000],
      ['waiting', 1, 0],
      ['rejected', 1, 0],
      ['failed', 1, 0],
    ])
    expect(kept).toEqual({ clips: 1, durationMs: 5000, charged: 350_000 })
    expect(billedElsewhere).toEqual([{ currency: 'DIEM', amountMicro: 1_250_000, generations: 1 }])
  })

  it('what is not settled, of any day, uncertain first', async () => {
    const { unsettled } = await readSpending('7')
    expect(unsettled.items.map((item) => [item.id, item.uncertain])).toEqual([
      [id(4), true],
      [id(5), true],
      [id(3), false],
    ])
    expect(unsettled).toMatchObject({ heldMicroUsd: 500_000, uncertainMicroUsd: 1_000_000, more: 0 })
  })

  it('that the usage history can’t be read', async () => {
    expect((await readSpending('7')).history).toEqual({ readTo: null, problem: null })
    const sentence = 'Venice does not let this key read the usage history, so charges stay as quoted.'
    const problem = {
      code: 'history',
      sentence,
      said: null,
      suggestedPrompt: null,
      retryAt: null,
      since: null,
      times: 1,
    }
    const { db, account } = studio
    await db.usageReading.create({ data: { accountId: account.id, triedAt: new Date(), problem } })
    expect((await readSpending('7')).history.problem).toBe(sentence)
  })
})

describe('the ledger', () => {
  it('comes in pages, newest first, each line once', async () => {
    const first = await readLedgerPage({ period: 'all', entry: null, model: null, cursor: null })
    expect(first.rows).toHaveLength(15)
    expect(first.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id).toSorted((a, b) => b - a))
    const middle = first.rows[6]?.id ?? 0
    const rest = await readLedgerPage({ period: 'all', entry: null, model: null, cursor: middle })
    expect(rest.rows.map(({ id }) => id)).toEqual(first.rows.slice(7).map(({ id }) => id))
  })

  it('can be cut down to one kind of entry and one model', async () => {
    const { rows } = await readLedgerPage({ period: '14', entry: 'charge', model: 'model-a', cursor: null })
    expect(rows.map(({ kind, generation }) => [kind, generation.id])).toEqual([
      ['charge', id(2)],
      ['charge', id(1)],
    ])
  })

  it('is written as CSV that adds up to the figures on the screen, with no formula in it', async () => {
    let text = ''
    for await (const piece of ledgerCsv({ period: '14', entry: null, model: null })) text += piece
    const lines = text.split('\r\n')
    expect(lines[0]).toBe(
      'time,day,entry,amount_usd,quote_usd,basis,state,project,model,model_name,prompt,generation,ledger_id',
    )
    const amounts = (kind: string) =>
      lines.filter((line) => line.split(',')[2] === kind).reduce((sum, line) => sum + Number(line.split(',')[3]), 0)
    const { sums } = await readSpending('14')
    const charged = amounts('charge') + amounts('correction') - amounts('refund')
    expect(Math.round(charged * 1e6)).toBe(sums.period.charged)
    expect(text).toContain(`,correction,-0.050000,0.350000,history,done,,model-a,Model A,,${id(2)},`)
    expect(text).toContain(`"'=HYPERLINK(""x""), ""quoted""\nsecond line"`)
  })
})
