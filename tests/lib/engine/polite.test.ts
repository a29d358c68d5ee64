import { expect, it } from 'vitest'
import { quantile } from '@/tests/perf/measure'
import { carryOpenJobs } from '@/tests/support/open-jobs'

it('promise 13, polite upstream: many jobs open at once stay within the limits of a minute, without one 429', async () => {
  const seen = await carryOpenJobs({ jobs: 30, speed: 2 })
  expect(new Set(seen.states)).toEqual(new Set(['done']))
  expect([seen.queues, seen.refused, seen.mostFailures]).toEqual([30, 0, 0])
  expect(seen.mostQueuesAMinute).toBeLessThanOrEqual(40)
  expect(seen.mostRetrievesAMinute).toBeLessThanOrEqual(120)
  expect(quantile(seen.lags, 0.95)).toBeLessThan(40_000)
})
