import { describe, expect, it } from 'vitest'
import { dayOf, isTimeZone, shiftDay, startOfDay } from '@/lib/money/day'

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

  it('begins at its first moment: one before it is another day, also where clocks change at midnight', () => {
    for (const zone of ['UTC', 'Europe/Rome', 'Asia/Kolkata', 'America/Santiago', 'Africa/Cairo']) {
      for (let day = '2026-01-01'; day < '2027-01-01'; day = shiftDay(day, 1)) {
        const start = startOfDay(day, zone)
        expect([zone, dayOf(start, zone), dayOf(start - 1, zone)]).toEqual([zone, day, shiftDay(day, -1)])
      }
    }
    expect(startOfDay('2026-11-24', 'Europe/Rome')).toBe(Date.UTC(2026, 10, 23, 23))
    expect(startOfDay('2026-12-31', 'UTC', 1)).toBe(Date.UTC(2027, 0, 1))
  })

  it('knows zones from words that are none', () => {
    expect([isTimeZone('Europe/Rome'), isTimeZone('Lagoon'), isTimeZone('')]).toEqual([true, false, false])
  })
})
