import { describe, expect, it } from 'vitest'
import { barsOf, rangeOf, readPeriod, unitOf, weekOf } from '@/lib/generations/spending-period'

describe('a period', () => {
  it('is two weeks unless the address names another', () => {
    expect([readPeriod('7'), readPeriod('all'), readPeriod(undefined), readPeriod('constructor')]).toEqual([
      '7',
      'all',
      '14',
      '14',
    ])
  })

  it('ends today and counts today', () => {
    expect(rangeOf('7', '2026-03-03', null)).toEqual({ from: '2026-02-25', to: '2026-03-03' })
    expect(rangeOf('month', '2026-03-03', null)).toEqual({ from: '2026-03-01', to: '2026-03-03' })
    expect(rangeOf('all', '2026-03-03', '2025-12-31')).toEqual({ from: '2025-12-31', to: '2026-03-03' })
    expect(rangeOf('all', '2026-03-03', null)).toEqual({ from: '2026-03-03', to: '2026-03-03' })
  })

  it('has weeks that begin on Monday', () => {
    expect(weekOf('2026-11-24')).toBe('2026-11-23')
    expect(weekOf('2026-11-23')).toBe('2026-11-23')
    expect(weekOf('2026-11-29')).toBe('2026-11-23')
  })

  it('is drawn in days, in weeks when there are many, in months when there are very many', () => {
    expect(unitOf({ from: '2026-11-01', to: '2026-11-24' })).toBe('day')
    expect(unitOf({ from: '2026-06-01', to: '2026-11-24' })).toBe('week')
    expect(unitOf({ from: '2024-06-01', to: '2026-11-24' })).toBe('month')
  })

  it('has a bar for every day, week and month, also where nothing was made', () => {
    expect(barsOf({ from: '2026-02-27', to: '2026-03-02' }, 'day')).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
      '2026-03-02',
    ])
    expect(barsOf({ from: '2026-11-12', to: '2026-11-24' }, 'week')).toEqual(['2026-11-09', '2026-11-16', '2026-11-23'])
    expect(barsOf({ from: '2025-12-31', to: '2026-02-01' }, 'month')).toEqual([
      '2025-12-01',
      '2026-01-01',
      '2026-02-01',
    ])
  })
})
