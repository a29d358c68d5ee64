import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { backoffMs, nextAskAt, PATIENCE, urgency, worthAskingAt } from '@/lib/generations/pace'

const T0 = 1_800_000_000_000
const FEW = PATIENCE.few

const jobAt = (averageMs: number, askedAt: number | null = null) => ({ acceptedAt: T0, askedAt, averageMs })
const realAverage = fc.integer({ min: 20_000, max: 10 ** 6 })
const elapsed = fc.integer({ min: 0, max: 10 ** 7 })
const patience = fc.integer({ min: FEW, max: 500 })

it('hardly asks for a job before two fifths of the usual time, and every few seconds from then on', () => {
  expect(worthAskingAt(jobAt(100_000), T0, FEW)).toBeGreaterThanOrEqual(T0 + 16_000)
  expect(worthAskingAt(jobAt(100_000, T0 + 80_000), T0 + 80_000, FEW)).toBe(T0 + 84_000)
})

it('asks no job of a real length more often than every 4 s, and each at least every two minutes', () => {
  fc.assert(
    fc.property(elapsed, realAverage, patience, (sinceAccepted, averageMs, worth) => {
      const now = T0 + sinceAccepted
      const wait = worthAskingAt(jobAt(averageMs, now), now, worth) - now
      expect(wait).toBeGreaterThanOrEqual(4000)
      expect(wait).toBeLessThanOrEqual(120_000)
      expect(nextAskAt(now, T0, averageMs) - now).toBeGreaterThanOrEqual(4000)
    }),
  )
})

it('is worth asking exactly when the urgency has come to 1', () => {
  fc.assert(
    fc.property(elapsed, realAverage, patience, (sinceAccepted, averageMs, worth) => {
      const job = jobAt(averageMs, T0 + sinceAccepted)
      const at = worthAskingAt(job, T0 + sinceAccepted, worth)
      expect(urgency(job, at + 1, worth)).toBeGreaterThanOrEqual(1)
      const shortest = at === T0 + sinceAccepted + 4000
      expect(shortest || urgency(job, at - 1, worth) < 1).toBe(true)
    }),
  )
})

it('asks ever more rarely for a job that overruns', () => {
  const gapAt = (averages: number) => {
    const now = T0 + averages * 200_000
    return worthAskingAt(jobAt(200_000, now), now, FEW) - now
  }
  expect(gapAt(6)).toBeGreaterThan(2 * gapAt(2))
  expect(gapAt(60)).toBeGreaterThan(5 * gapAt(6))
})

it('asks for a job far shorter than real ones at its own scale', () => {
  const now = T0 + 1000
  expect(worthAskingAt(jobAt(1000, now), now, FEW) - now).toBe(400)
  expect(worthAskingAt(jobAt(5000, T0 + 5000), T0 + 5000, FEW) - (T0 + 5000)).toBeLessThanOrEqual(1000)
})

it('survives a clock that was set back: the job is asked for at once, then every two minutes', () => {
  const now = T0 - 3_600_000
  expect(worthAskingAt(jobAt(60_000, T0 + 20_000), now, FEW)).toBeLessThanOrEqual(now)
  expect(worthAskingAt(jobAt(60_000, now), now, FEW)).toBe(now + 120_000)
  expect(urgency(jobAt(60_000, now), now + 120_000, FEW)).toBeGreaterThanOrEqual(1)
  expect(nextAskAt(now, T0, 60_000)).toBeGreaterThan(now)
})

it('backs off from 5 s to 5 minutes', () => {
  expect([0, 1, 2, 6, 1000].map(backoffMs)).toEqual([5000, 10_000, 20_000, 300_000, 300_000])
})
