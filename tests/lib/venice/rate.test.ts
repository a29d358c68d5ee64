import { describe, expect, test } from 'vitest'
import { rateOf } from '@/lib/venice/rate'

const NOW = Date.UTC(2026, 10, 23, 12)
const HOUR = 3_600_000
const told = (headers: Record<string, string>) => rateOf({ header: (name) => headers[name] ?? null }, NOW)
const headersAt = (vendorNow: number) => ({
  'x-ratelimit-limit-requests': '40',
  'x-ratelimit-remaining-requests': '12',
  'x-ratelimit-reset-requests': String(vendorNow / 1000 + 20),
  date: new Date(vendorNow).toUTCString(),
})

describe('what the headers say of the limit', () => {
  test.each([0, 5000, -5000, HOUR, -HOUR, 3 * 365 * 24 * HOUR])(
    'holds on our clock, however far it is from the vendor’s: %i ms',
    (off) => {
      expect(told(headersAt(NOW + off))).toEqual({ limit: 40, remaining: 12, resetAt: NOW + 20_000 })
    },
  )

  test('a reset in seconds from now, and one without a date', () => {
    expect(told({ ...headersAt(NOW), 'x-ratelimit-reset-requests': '7' })?.resetAt).toBe(NOW + 7000)
    const { date: _, ...dateless } = headersAt(NOW)
    expect(told(dateless)?.resetAt).toBe(NOW + 20_000)
  })

  test.each([
    ['x-ratelimit-limit-requests', ''],
    ['x-ratelimit-limit-requests', '0'],
    ['x-ratelimit-limit-requests', '1.5'],
    ['x-ratelimit-remaining-requests', '-3'],
    ['x-ratelimit-remaining-requests', 'many'],
    ['x-ratelimit-reset-requests', 'soon'],
  ])('is nothing when %s says “%s”', (name, value) => {
    expect(told({ ...headersAt(NOW), [name]: value })).toBeNull()
  })

  test('never leaves more than the limit', () => {
    expect(told({ ...headersAt(NOW), 'x-ratelimit-remaining-requests': '500' })?.remaining).toBe(40)
  })
})
