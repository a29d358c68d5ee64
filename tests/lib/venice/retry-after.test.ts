import { describe, expect, test } from 'vitest'
import { retryAtOf } from '@/lib/venice/retry-after'

const NOW = Date.UTC(2026, 10, 23, 12)
const at = (status: number, headers: Record<string, string>) =>
  retryAtOf({ status, header: (name) => headers[name] ?? null }, NOW)

describe('when to ask again', () => {
  test.each([
    ['Unix seconds', String((NOW + 20_000) / 1000), NOW + 20_000],
    ['Unix milliseconds', String(NOW + 20_000), NOW + 20_000],
    ['seconds from now', '20', NOW + 20_000],
    ['a moment that is over', String((NOW - 20_000) / 1000), NOW],
    ['a date', new Date(NOW + 20_000).toUTCString(), NOW + 20_000],
    ['a day far away', String((NOW + 9e9) / 1000), NOW + 3_600_000],
    ['words', 'soon', null],
    ['nothing', '', null],
    ['less than nothing', '-5', null],
  ])('from %s', (_, value, expected) => {
    expect(at(429, { 'x-ratelimit-reset-requests': value })).toBe(expected)
    expect(at(503, { 'retry-after': value })).toBe(expected)
  })

  test('the reset of the limit stands on every answer and counts on a 429 only', () => {
    expect(at(200, { 'x-ratelimit-reset-requests': '20' })).toBeNull()
    expect(at(503, { 'x-ratelimit-reset-requests': '20' })).toBeNull()
  })

  test('the reset comes before retry-after', () => {
    expect(at(429, { 'x-ratelimit-reset-requests': '20', 'retry-after': '90' })).toBe(NOW + 20_000)
    expect(at(429, { 'x-ratelimit-reset-requests': 'never', 'retry-after': '90' })).toBe(NOW + 90_000)
  })

  test.each([3 * 365 * 86_400_000, -3_600_000])(
    'a clock that is off by %i ms waits as long as the server means',
    (off) => {
      const server = NOW + off
      const headers = { date: new Date(server).toUTCString(), 'x-ratelimit-reset-requests': String(server / 1000 + 20) }
      expect(at(429, headers)).toBe(NOW + 20_000)
    },
  )
})
