import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  EVERYTHING,
  LIBRARY_SORTS,
  LIBRARY_STATES,
  LIBRARY_WAYS,
  type LibraryQuery,
  parseLibraryQuery,
  SHAPES,
  writeLibraryQuery,
} from '@/lib/library/library-query'

const parse = (text: string) => parseLibraryQuery(new URLSearchParams(text))

const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((text) => text.trim())
  .filter(Boolean)
const words = fc.uniqueArray(word, { maxLength: 3 }).map((list) => list.sort())
const someOf = <T>(values: readonly T[]) => fc.subarray([...values])
const ends = fc.option(fc.integer({ min: 0, max: 1000 }), { nil: null })
const range = fc
  .tuple(ends, ends)
  .map(([from, to]) => (from !== null && to !== null && from > to ? { from: to, to: from } : { from, to }))
  .filter(({ from, to }) => from !== null || to !== null)
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })

const query: fc.Arbitrary<LibraryQuery> = fc
  .record({
    text: fc.oneof(fc.constant(''), word),
    models: words,
    ways: someOf(LIBRARY_WAYS),
    states: someOf(LIBRARY_STATES),
    starred: fc.boolean(),
    rating: maybe(fc.integer({ min: 1, max: 5 })),
    length: maybe(range),
    shape: maybe(fc.constantFrom(...SHAPES)),
    resolutions: words,
    sound: maybe(fc.boolean()),
    project: maybe(word),
    tags: words,
    from: maybe(day),
    to: maybe(day),
    price: maybe(range.map(({ from, to }) => ({ from: from && from * 12_345, to: to && to * 12_345 }))),
    hasChildren: fc.boolean(),
    sort: fc.constantFrom(...LIBRARY_SORTS),
    bin: fc.boolean(),
    account: maybe(word),
  })
  .map((one) => (one.sort === 'best' && one.text === '' ? { ...one, sort: 'newest' as const } : one))

describe('the address of the library', () => {
  it('gives back the query it was written from, and is the same each time it is written', () => {
    fc.assert(
      fc.property(query, (one) => {
        const written = writeLibraryQuery(one)
        const read = parseLibraryQuery(new URLSearchParams(written.toString()))
        expect(read).toEqual(one)
        expect(writeLibraryQuery(read).toString()).toBe(written.toString())
      }),
      { numRuns: 500, seed: 5 },
    )
  })

  it('is empty for everything there is', () => {
    expect(writeLibraryQuery(EVERYTHING).toString()).toBe('')
    expect(parse('')).toEqual(EVERYTHING)
  })

  it('does not trip over anything it can’t read', () => {
    const names = ['q', 'model', 'way', 'state', 'star', 'rating', 'long', 'shape', 'resolution', 'sound', 'project']
    const more = ['tag', 'from', 'to', 'price', 'children', 'sort', 'bin', 'account', 'cursor', '__proto__']
    const parameter = fc.tuple(fc.constantFrom(...names, ...more), fc.string({ unit: 'binary' }))
    fc.assert(
      fc.property(fc.array(parameter), (pairs) => {
        const read = parseLibraryQuery(new URLSearchParams(pairs))
        const again = parseLibraryQuery(writeLibraryQuery(read))
        expect(again).toEqual(read)
      }),
      { numRuns: 1000, seed: 5 },
    )
    expect(parse('rating=6&long=a-b&shape=round&from=2026-02-30&sort=up&sound=yes&star=2&price=-&bin=0')).toEqual(
      EVERYTHING,
    )
  })

  it('reads lengths in seconds and prices in dollars, open at either end', () => {
    expect(parse('long=5-10').length).toEqual({ from: 5, to: 10 })
    expect(parse('long=5').length).toEqual({ from: 5, to: 5 })
    expect(parse('long=2.5-').length).toEqual({ from: 2.5, to: null })
    expect(parse('price=-0.5').price).toEqual({ from: null, to: 500_000 })
    expect(parse('price=0.1-0.07').price).toEqual({ from: 70_000, to: 100_000 })
  })

  it('sorts by how well it fits where there are words, unless it is told otherwise', () => {
    expect(parse('q=fog').sort).toBe('best')
    expect(parse('q=fog&sort=newest').sort).toBe('newest')
    expect(parse('sort=best').sort).toBe('newest')
    expect(writeLibraryQuery({ ...EVERYTHING, text: 'fog', sort: 'newest' }).toString()).toBe('q=fog&sort=newest')
  })

  it('takes both states that are shown as Ready for one', () => {
    expect(parse('state=stored&state=done').states).toEqual(['done'])
  })
})
