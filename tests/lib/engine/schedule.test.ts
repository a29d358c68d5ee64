import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextTurn, type OpenJob } from '@/lib/engine/schedule'
import { type Load, oracle, simulate, simulateNaive, summary } from '@/tests/support/simulate-schedule'

const T0 = 1_800_000_000_000

const seedsOf = (jobs: number, seeds: number, variant: Partial<Load> = {}) =>
  Array.from({ length: seeds }, (_, at) => ({ ...variant, jobs, seed: at + 1 }))

const job = (id: string, facts: Partial<OpenJob> = {}): OpenJob => ({
  id,
  modelId: 'model',
  acceptedAt: T0,
  askedAt: T0 + 1000,
  averageMs: 100_000,
  dueAt: T0,
  inTrouble: false,
  ...facts,
})

describe('the schedule, simulated with the code that runs in production', () => {
  it.each([
    { jobs: 4, seeds: 30, retrieves: 20, p95: 5, overOracle: 1.02 },
    { jobs: 10, seeds: 30, retrieves: 20, p95: 5, overOracle: 1.02 },
    { jobs: 100, seeds: 30, retrieves: 8, p95: 16, overOracle: 1.04 },
    { jobs: 500, seeds: 2, retrieves: 4.5, p95: 37, overOracle: 1.09 },
  ])('meets its table with $jobs jobs, and no answer is a 429', ({ jobs, seeds, retrieves, p95, overOracle }) => {
    const loads = seedsOf(jobs, seeds)
    const outcomes = loads.map(simulate)
    const reached = summary(outcomes, loads.map(oracle))
    expect(reached.refused).toBe(0)
    expect(reached.retrievesPerJob).toBeLessThanOrEqual(retrieves)
    expect(reached.p95LagS).toBeLessThanOrEqual(p95)
    expect(reached.overOracle).toBeLessThanOrEqual(overOracle)
    expect(Math.min(...outcomes.map((outcome) => outcome.shortestGap))).toBeGreaterThanOrEqual(4000)
  })

  it.each<[string, Partial<Load>]>([
    ['averages are 40 % too high', { averageFactor: 1.4 }],
    ['durations spread wider', { sigma: 0.6 }],
    ['one job in twenty runs six times as long', { stragglers: 0.05 }],
  ])('forgets nobody and is never refused when %s', (_, variant) => {
    const outcomes = seedsOf(100, 2, variant).map(simulate)
    for (const { refused, longestGap, shortestGap, lags } of outcomes) {
      expect([refused, lags.filter(Number.isFinite).length]).toEqual([0, 100])
      expect(shortestGap).toBeGreaterThanOrEqual(4000)
      expect(longestGap).toBeLessThanOrEqual(240_000)
    }
  })

  it('is measured against a vendor that does refuse: a loop of 5 s per job gets over a thousand 429s', () => {
    expect(simulateNaive({ jobs: 100, seed: 1 }).refused).toBeGreaterThan(1000)
  })
})

describe('whose turn it is', () => {
  it('is the job where a request saves the most waiting', () => {
    const now = T0 + 80_000
    const jobs = [job('asked just now', { askedAt: now - 6000 }), job('waits longest', { askedAt: now - 20_000 })]
    expect(nextTurn(jobs, now)).toEqual({ ask: 'waits longest' })
  })

  it('is nobody’s while none is worth a request, until one is', () => {
    const turn = nextTurn([job('young', { averageMs: 300_000 })], T0 + 2000)
    expect(turn.ask).toBeNull()
    expect(nextTurn([job('young', { averageMs: 300_000 })], ('at' in turn && turn.at) || 0)).toEqual({ ask: 'young' })
  })

  it('is not that of a job in trouble before its time, and is when that has come', () => {
    const now = T0 + 300_000
    const jobs = [job('in trouble', { dueAt: now + 60_000 }), job('well', { askedAt: now - 10_000 })]
    expect(nextTurn(jobs, now)).toEqual({ ask: 'well' })
    const alone = job('in trouble', { dueAt: now + 60_000, askedAt: now, inTrouble: true })
    expect(nextTurn([alone], now)).toEqual({ ask: null, at: now + 60_000 })
    expect(nextTurn([alone], now + 60_000)).toEqual({ ask: 'in trouble' })
  })

  it('is that of a job put off while the clock was ahead', () => {
    expect(nextTurn([job('stranded', { dueAt: T0 + 1e11 })], T0 + 80_000)).toEqual({ ask: 'stranded' })
  })

  it('comes early once for each of a few jobs, and for one of a model among many, to learn the usual time', () => {
    const fresh = (at: number) => job(`fresh ${at}`, { averageMs: null, askedAt: null, dueAt: T0 + 1000 })
    expect(nextTurn([fresh(1), job('known')], T0 + 1000)).toEqual({ ask: 'fresh 1' })
    const many = Array.from({ length: 40 }, (_, at) => fresh(at))
    expect(nextTurn(many, T0 + 1000).ask).toBe('fresh 0')
    expect(nextTurn([...many, job('known')], T0 + 1000).ask).toBeNull()
  })

  it('comes for every job within minutes, whatever its row says and wherever the clock stands', () => {
    const moment = fc.integer({ min: T0 - 10 ** 8, max: T0 + 10 ** 8 })
    const rows = fc.array(
      fc.record({
        id: fc.uuid(),
        modelId: fc.constantFrom('a', 'b'),
        acceptedAt: moment,
        askedAt: fc.option(moment),
        averageMs: fc.option(fc.integer({ min: 0, max: 10 ** 7 })),
        dueAt: fc.constant(T0),
        inTrouble: fc.boolean(),
      }),
      { minLength: 1, maxLength: 30 },
    )
    fc.assert(
      fc.property(rows, (drawn) => {
        let jobs: OpenJob[] = drawn
        let now = T0
        while (jobs.length > 0 && now < T0 + 300_000) {
          const turn = nextTurn(jobs, now)
          if (turn.ask === null) now = turn.at ?? Number.POSITIVE_INFINITY
          else jobs = jobs.filter(({ id }) => id !== turn.ask)
        }
        expect(jobs).toEqual([])
      }),
    )
  })
})
