import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { backoffMs, nextAskAt } from '@/lib/generations/pace'

const T0 = 1_800_000_000_000

it('leaves a job alone until two fifths of the usual time', () => {
  expect(nextAskAt(T0 + 1000, T0, 100_000)).toBe(T0 + 40_000)
})

it('asks no job of a real length more often than every 4 s, and always comes back within two minutes of the quiet time', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 ** 7 }),
      fc.integer({ min: 20_000, max: 10 ** 6 }),
      (elapsed, averageMs) => {
        const now = T0 + elapsed
        const wait = nextAskAt(now, T0, averageMs) - now
        expect(wait).toBeGreaterThanOrEqual(4000)
        expect(wait).toBeLessThanOrEqual(Math.max(120_000, Math.ceil(0.4 * averageMs)))
      },
    ),
  )
})

it('survives a clock that jumped back', () => {
  expect(nextAskAt(T0 - 3_600_000, T0, 60_000)).toBeGreaterThan(T0 - 3_600_000)
})

it('backs off from 5 s to 5 minutes', () => {
  expect([0, 1, 2, 6, 1000].map(backoffMs)).toEqual([5000, 10_000, 20_000, 300_000, 300_000])
})
