import { describe, expect, it } from 'vitest'
import { dayOf, isTimeZone, shiftDay } from '@/lib/money/day'

describe('the person’s day', () => {
  const late = Date.UTC(2026, 10, 24, 23, 30)

  it('begins at midnight where the person lives', () => {
    expect(dayOf(late, 'UTC')).toBe('2026-11-24')
    expect(dayOf(late, 'Europe/Rome')).toBe('2026-11-25')
    expect(dayOf(late, 'America/Los_Angeles')).toBe('2026-11-24')
  })

  it('is right on the days when clocks change', () => {
    expect(dayOf(Date.UTC(2026, 2, 29, 0, 59), 'Europe/Rome')).toBe('2026-03-29')
    expect(dayOf(Date.UTC(2026, 9, 25, 22, 59), 'Europe/Rome')).toBe('2026-10-25')
    expect(dayOf(Date.UTC(2026, 9, 25, 23, 1), 'Europe/Rome')).toBe('2026-10-26')
  })

  it('moves across months and leap years', () => {
    expect(shiftDay('2026-11-01', -1)).toBe('2026-10-31')
    expect(shiftDay('2028-02-28', 1)).toBe('2028-02-29')
  })

  it('knows zones from words that are none', () => {
    expect([isTimeZone('Europe/Rome'), isTimeZone('Lagoon'), isTimeZone('')]).toEqual([true, false, false])
  })
})
