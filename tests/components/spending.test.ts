import { describe, expect, it } from 'vitest'
import { balanceWords, isTooLow } from '@/components/shell/account-query'
import { leftWords, openWords } from '@/components/shell/today-words'
import { exportPath, ledgerPath, readAddress, spendingHref } from '@/components/spending/address'
import { barLabel, barName, barWords, partsOf } from '@/components/spending/bar-words'
import { clockOf, momentWords } from '@/components/spending/day-words'
import { entryWords } from '@/components/spending/entry-words'
import { mostOf, scaleOf } from '@/components/spending/scale'
import type { LedgerRow, SpendingChart } from '@/lib/generations/spending-view'
import { formatAmount } from '@/lib/money/format'
import { aSpend } from '@/tests/support/views'

const TODAY = '2026-11-24'

describe('today in words', () => {
  it('says what is left of the cap, or how far it is over, and nothing without one', () => {
    const spend = { chargedMicroUsd: 3_850_000, dayHeldMicroUsd: 1_420_000, dayUncertainMicroUsd: 480_000 }
    expect(leftWords(aSpend({ ...spend, dayCapMicroUsd: 10_000_000 }))).toBe('$4.25 left')
    expect(leftWords(aSpend({ ...spend, dayCapMicroUsd: 5_000_000 }))).toBe('$0.75 over')
    expect(leftWords(aSpend(spend))).toBeNull()
    expect(openWords(aSpend(spend))).toBe('$1.42 held, $0.48 uncertain')
    expect(openWords(aSpend())).toBeNull()
  })
})

describe('the balance', () => {
  const account = { balanceMicroUsd: 42_180_000, diemMicro: 1_250_000, currency: 'USD', readAt: 0 }

  it('stands in its own unit', () => {
    expect(balanceWords(account)).toBe('$42.18')
    expect(balanceWords({ ...account, currency: 'DIEM' })).toBe('1.25 DIEM')
    expect(balanceWords({ ...account, balanceMicroUsd: null })).toBeNull()
    expect(balanceWords(undefined)).toBeNull()
    expect(formatAmount(4_500_000, 'BUNDLED_CREDITS')).toBe('4.50 bundled credits')
  })

  it('is too low when fewer dollars are there than are held, and only dollars are compared', () => {
    expect(isTooLow(account, 42_180_000)).toBe(false)
    expect(isTooLow(account, 42_180_001)).toBe(true)
    expect(isTooLow({ ...account, currency: 'DIEM' }, 50_000_000)).toBe(false)
    expect(isTooLow({ ...account, balanceMicroUsd: 0 }, 0)).toBe(false)
  })
})

describe('a bar', () => {
  const bar = { from: TODAY, charged: [1_400_000, 0], others: 0, held: 350_000, uncertain: 0 }
  const chart: SpendingChart = {
    unit: 'day',
    series: [
      { id: 'a', name: 'LTX Video' },
      { id: 'b', name: 'Kling' },
    ],
    others: 0,
    bars: [bar, { ...bar, from: '2026-11-01', charged: [0, 0], held: 0 }],
  }
  const parts = partsOf(chart)

  it('has a part for every model, and hatched ones only where something is not certain', () => {
    expect(parts.map(({ name, ink }) => [name, ink])).toEqual([
      ['LTX Video', 1],
      ['Kling', 2],
      ['Held', 'held'],
    ])
  })

  it('is said in words with all its amounts', () => {
    expect(barWords(bar, parts, barName(TODAY, 'day', TODAY))).toBe(
      'Today, 24 Nov: $1.75. LTX Video $1.40, Held $0.35.',
    )
    expect(barWords(chart.bars[1] ?? bar, parts, 'Sun 1 Nov')).toBe('Sun 1 Nov: nothing.')
  })

  it('is named by its day, its week or its month', () => {
    expect(barName('2026-11-23', 'day', TODAY)).toBe('Mon 23 Nov')
    expect(barName('2025-11-24', 'week', TODAY)).toBe('Week of 24 Nov 2025')
    expect(barName('2026-09-01', 'month', TODAY)).toBe('Sep 2026')
    expect(['2026-11-24', '2026-11-23', '2026-11-01'].map((day) => barLabel(day, 3, 'day', TODAY))).toEqual([
      'Today',
      '23',
      '1 Nov',
    ])
  })
})

describe('the scale', () => {
  it('goes up in steps that people count in, and holds the highest bar', () => {
    expect(scaleOf(9_400_000)).toEqual([0, 5_000_000, 10_000_000])
    expect(scaleOf(1_000_000)).toEqual([0, 500_000, 1_000_000])
    expect(scaleOf(7_000)).toEqual([0, 2_000, 4_000, 6_000, 8_000])
    expect(scaleOf(0)).toEqual([0])
  })

  it('holds the cap unless that would flatten the bars', () => {
    expect(mostOf(8_000_000, 10_000_000)).toBe(10_000_000)
    expect(mostOf(1_000_000, 10_000_000)).toBe(1_000_000)
    expect(mostOf(12_000_000, 10_000_000)).toBe(12_000_000)
    expect(mostOf(1_000_000, null)).toBe(1_000_000)
  })
})

describe('a moment', () => {
  it('is told where the person’s days are', () => {
    const at = Date.parse('2026-11-23T23:30:15Z')
    expect(clockOf(at, 'Europe/Rome')).toBe('00:30')
    expect(momentWords(at, 'Europe/Rome', TODAY)).toBe('00:30:15')
    expect(momentWords(at, 'UTC', TODAY)).toBe('23 Nov 23:30')
  })
})

describe('a line of the ledger', () => {
  const line = (change: Partial<LedgerRow>, uncertain = false): LedgerRow => ({
    id: 1,
    kind: 'charge',
    microUsd: 350_000,
    at: 0,
    basis: 'quote',
    generation: {
      id: 'x',
      title: 'A clip',
      state: 'done',
      model: 'LTX Video',
      quoteMicroUsd: 350_000,
      poster: null,
      deleted: false,
      uncertain,
    },
    ...change,
  })

  it.each([
    ['a charge', line({}), 'Charge', 'charged', '$0.35'],
    ['a reserve', line({ kind: 'reserve', basis: 'press' }), 'Reserve', 'held', '–'],
    ['a reserve nobody can say of', line({ kind: 'reserve' }, true), 'Reserve', 'risk', 'Unknown'],
    ['a release', line({ kind: 'release' }), 'Release', 'none', '$0.00'],
    ['a refund', line({ kind: 'refund' }), 'Refund', 'none', '−$0.35'],
    ['a correction up', line({ kind: 'correction', microUsd: 20_000 }), 'Correction', 'charged', '+$0.02'],
    ['a correction down', line({ kind: 'correction', microUsd: -20_000 }), 'Correction', 'charged', '−$0.02'],
  ] as const)('%s says what it did', (_, row, name, ink, charged) => {
    expect(entryWords(row)).toMatchObject({ name, ink, charged, quoted: '$0.35' })
  })
})

describe('the address', () => {
  it('keeps period, filters and the table, and drops what it can’t read', () => {
    const address = readAddress({ period: '7', entry: 'charge', model: 'ltx', as: 'table' })
    expect(address).toEqual({ period: '7', entry: 'charge', model: 'ltx', table: true })
    expect(spendingHref(address)).toBe('/spending?period=7&entry=charge&model=ltx&as=table')
    expect(ledgerPath(address, 41)).toBe('/api/spending/ledger?period=7&entry=charge&model=ltx&cursor=41')
    expect(exportPath(address)).toBe('/api/spending/export?period=7&entry=charge&model=ltx')
    expect(readAddress({ period: 'x', entry: 'theft', model: ['a', 'b'] })).toEqual({
      period: '14',
      entry: null,
      model: null,
      table: false,
    })
  })
})
