import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Claim, HistoryEntry, Match } from '@/lib/money/history'
import { matchCharges, matchRefunds } from '@/lib/money/reconcile'

const MINUTE = 60_000
const NOW = Date.UTC(2026, 10, 24, 12)
const MODEL = 'lagoon-1-text-to-video'

let made = 0
const claim = (rest: Partial<Claim> = {}): Claim => {
  const at = rest.at ?? NOW
  const span = { at, from: at - 2 * MINUTE, to: at + 5 * MINUTE }
  return { id: `g${++made}`, models: [MODEL], microUsd: 350_000, kind: 'certain', ...span, ...rest }
}
const entry = (rest: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id: ++made,
  sku: `${MODEL}-video-unit`,
  amountMicro: 350_000,
  currency: 'USD',
  at: NOW + 1000,
  priceMicroUsd: null,
  ...rest,
})

const LATER = NOW + 60 * MINUTE
const match = (claims: Claim[], entries: HistoryEntry[], readTo = LATER, knownModels: string[] = []) =>
  matchCharges({ claims, entries, settled: [], readTo, knownModels })
const pairs = (matches: Match[]) => matches.map((one) => [one.claim.id, one.entry.id]).sort()

describe('one job', () => {
  it('has the entry of its model, its time and its price, at once', () => {
    const [job, found] = [claim(), entry()]
    expect(pairs(match([job], [found], NOW))).toEqual([[job.id, found.id]])
  })

  it.each([
    ['of another model', { sku: 'tessera-3-text-to-video-video-unit' }],
    ['of a model whose name begins with its own', { sku: `${MODEL}-private-video-unit` }],
    ['from before it was sent, whatever the clocks', { at: NOW - 2 * MINUTE - 1 }],
    ['from long after', { at: NOW + 5 * MINUTE + 1 }],
  ])('does not have an entry %s', (_, rest) => {
    expect(match([claim()], [entry(rest)], LATER, [`${MODEL}-private`])).toEqual([])
  })

  it('has an entry of another amount only when no other can come any more', () => {
    const [job, found] = [claim(), entry({ amountMicro: 400_000 })]
    expect(match([job], [found], NOW + 5 * MINUTE - 1)).toEqual([])
    expect(pairs(match([job], [found], NOW + 5 * MINUTE))).toEqual([[job.id, found.id]])
  })

  it('takes the earlier of two entries that are equally near, in whatever order they are told', () => {
    const own = claim({ microUsd: 100 })
    const dearer = claim({ microUsd: 200, at: NOW - 7 * MINUTE })
    const entries = [-2, 2].map((minutes) => entry({ amountMicro: 100, at: NOW + minutes * MINUTE }))
    for (const told of [entries, entries.toReversed()]) {
      expect(pairs(match([own, dearer], told))).toEqual([[own.id, entries[0]?.id]])
    }
  })

  it('keeps its own entry when somebody else buys at another price with the same key', () => {
    const [job, own, strange] = [claim(), entry(), entry({ amountMicro: 900_000 })]
    expect(pairs(match([job], [strange, own]))).toEqual([[job.id, own.id]])
  })

  it('is told by the price an entry names where another currency was billed', () => {
    const jobs = [claim(), claim({ microUsd: 700_000 })]
    const entries = [700_000, 350_000].map((priceMicroUsd) =>
      entry({ currency: 'DIEM', amountMicro: priceMicroUsd * 0.9, priceMicroUsd }),
    )
    expect(match(jobs, entries).map((one) => [one.claim.microUsd, one.entry.priceMicroUsd])).toEqual([
      [350_000, 350_000],
      [700_000, 700_000],
    ])
  })
})

describe('several jobs', () => {
  it('of one price wait until each has an entry', () => {
    const jobs = [claim(), claim(), claim()]
    const entries = [entry(), entry(), entry()]
    expect(match(jobs, entries.slice(1))).toEqual([])
    expect(match(jobs, entries)).toHaveLength(3)
  })

  it('get the entries nearest to them in time', () => {
    const jobs = [claim(), claim({ at: NOW + MINUTE }), claim({ at: NOW + 2 * MINUTE })]
    const entries = [2, 0, 1].map((minutes) => entry({ at: NOW + minutes * MINUTE + 500 }))
    const found = match(jobs, entries)
    expect(found.map((one) => one.entry.at - one.claim.at)).toEqual([500, 500, 500])
  })

  it('billed differently from their quotes stay as they are', () => {
    const entries = [entry({ amountMicro: 400_000 }), entry({ amountMicro: 500_000 })]
    expect(match([claim(), claim()], entries)).toEqual([])
  })

  it('all billed the same other price are all corrected', () => {
    const entries = [entry({ amountMicro: 400_000 }), entry({ amountMicro: 400_000 })]
    expect(match([claim(), claim()], entries)).toHaveLength(2)
  })

  it('billed in two currencies stay as they are', () => {
    const entries = [entry(), entry({ currency: 'DIEM', amountMicro: 315_000, priceMicroUsd: 350_000 })]
    expect(match([claim(), claim()], entries)).toEqual([])
  })
})

describe('a refusal that may have been charged', () => {
  it('was, when there is an entry for each job', () => {
    const [job, refused] = [claim(), claim({ kind: 'perhaps' })]
    expect(match([job, refused], [entry(), entry()])).toHaveLength(2)
  })

  it('is not told by an entry that a job which was charged may own', () => {
    const [job, refused] = [claim(), claim({ kind: 'perhaps' })]
    expect(match([job, refused], [entry()]).map((one) => one.claim)).toEqual([job])
  })

  it.each([
    ['the price is another', [entry({ amountMicro: 400_000 })], []],
    ['there are more entries than jobs', [entry(), entry()], []],
    ['an unclear purchase may own the entry', [entry()], [claim({ kind: 'unclear' })]],
  ])('is not told when %s', (_, entries, others) => {
    expect(match([claim({ kind: 'perhaps' }), ...others], entries)).toEqual([])
  })
})

describe('a refund', () => {
  const refunded = (rest: Partial<Claim>) => claim({ kind: 'perhaps', ...rest })
  const refunds = (claims: Claim[], entries: HistoryEntry[]) =>
    pairs(matchRefunds({ claims, entries, settled: [], readTo: LATER, knownModels: [] }))

  it('is known by the amount that was charged', () => {
    const [job, back] = [refunded({}), entry()]
    expect(refunds([job], [entry({ amountMicro: 349_999 }), back])).toEqual([[job.id, back.id]])
  })

  it('is known by what was billed, in its currency', () => {
    const job = refunded({ billed: { amountMicro: 315_000, currency: 'DIEM' } })
    const back = entry({ amountMicro: 315_000, currency: 'DIEM' })
    expect(refunds([job], [entry(), back])).toEqual([[job.id, back.id]])
  })

  it('belongs first to a job of which the vendor said that it was refunded', () => {
    const [told, untold, back] = [refunded({ kind: 'certain' }), refunded({}), entry()]
    expect(refunds([untold, told], [back])).toEqual([[told.id, back.id]])
  })

  it('of one among several identical refusals is nobody’s', () => {
    expect(refunds([refunded({}), refunded({})], [entry()])).toEqual([])
  })
})

describe('whatever happens', () => {
  const claims = fc.array(
    fc.record({
      model: fc.constantFrom('a', 'a-b', 'c'),
      minute: fc.integer({ min: 0, max: 12 }),
      microUsd: fc.constantFrom(100, 200),
      kind: fc.constantFrom<Claim['kind']>('certain', 'certain', 'perhaps', 'unclear'),
    }),
    { maxLength: 7 },
  )
  const entries = fc.array(
    fc.record({
      model: fc.constantFrom('a', 'a-b', 'c'),
      minute: fc.integer({ min: -3, max: 20 }),
      amountMicro: fc.constantFrom(100, 200, 300),
      currency: fc.constantFrom('USD', 'USD', 'DIEM'),
      priced: fc.boolean(),
    }),
    { maxLength: 7 },
  )
  const readingOf = ([jobs, told, readMinute]: [ClaimSeed[], EntrySeed[], number]) => ({
    claims: jobs.map(({ model, minute, ...rest }) => claim({ models: [model], at: NOW + minute * MINUTE, ...rest })),
    entries: told.map(({ model, minute, priced, ...rest }) =>
      entry({
        sku: `${model}-video-unit`,
        at: NOW + minute * MINUTE,
        priceMicroUsd: priced ? rest.amountMicro : null,
        ...rest,
      }),
    ),
    readTo: NOW + readMinute * MINUTE,
    settled: [],
    knownModels: ['a', 'a-b', 'c'],
  })
  const readings = fc.tuple(claims, entries, fc.integer({ min: 0, max: 30 })).map(readingOf)
  const price = (one: HistoryEntry) => (one.currency === 'USD' ? one.amountMicro : one.priceMicroUsd)

  it('an entry belongs to one job and a job to one entry, by model and time', () => {
    fc.assert(
      fc.property(readings, (reading) => {
        const found = matchCharges(reading)
        expect(new Set(found.map((one) => one.claim)).size).toBe(found.length)
        expect(new Set(found.map((one) => one.entry)).size).toBe(found.length)
        for (const { claim: job, entry: own } of found) {
          expect(own.sku).toBe(`${job.models[0]}-video-unit`)
          expect(own.at).toBeGreaterThanOrEqual(job.from)
          expect(own.at).toBeLessThanOrEqual(job.to)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('an unclear purchase is never matched, and a refusal only at its very price', () => {
    fc.assert(
      fc.property(readings, (reading) => {
        for (const { claim: job, entry: own } of matchCharges(reading)) {
          expect(job.kind).not.toBe('unclear')
          expect(job.kind === 'perhaps' ? price(own) : job.microUsd).toBe(job.microUsd)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('the order in which jobs and entries are told changes no money', () => {
    const shuffled = readings.chain((reading) =>
      fc.tuple(
        fc.constant(reading),
        fc.shuffledSubarray(reading.claims, { minLength: reading.claims.length }),
        fc.shuffledSubarray(reading.entries, { minLength: reading.entries.length }),
      ),
    )
    const money = (found: Match[]) =>
      found.map((one) => `${one.claim.id} ${one.entry.amountMicro} ${one.entry.currency}`).sort()
    fc.assert(
      fc.property(shuffled, ([reading, jobs, told]) => {
        expect(money(matchCharges({ ...reading, claims: jobs, entries: told }))).toEqual(money(matchCharges(reading)))
      }),
      { numRuns: 1000 },
    )
  })

  it('it comes to the same when it is done again', () => {
    fc.assert(
      fc.property(readings, (reading) => {
        const settled = matchCharges(reading).map(({ claim: job, entry: own }) => ({
          claim: { ...job, kind: 'certain' as const },
          entry: own,
        }))
        const ids = new Set(settled.map((one) => one.claim.id))
        const entryIds = new Set(settled.map((one) => one.entry.id))
        const rest = {
          ...reading,
          settled,
          claims: reading.claims.filter((one) => !ids.has(one.id)),
          entries: reading.entries.filter((one) => !entryIds.has(one.id)),
        }
        expect(matchCharges(rest)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })
})

type ClaimSeed = { model: string; minute: number; microUsd: number; kind: Claim['kind'] }
type EntrySeed = { model: string; minute: number; amountMicro: number; currency: string; priced: boolean }
