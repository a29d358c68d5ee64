import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Move, placesAfter } from '@/lib/generations/line'

const line = [
  { id: 'a', position: 10n },
  { id: 'b', position: 20n },
  { id: 'c', position: 20n },
  { id: 'd', position: 40n },
]

const orderAfter = (places: typeof line, id: string, move: Move) => {
  const changed = new Map(placesAfter(places, id, move)?.map((place) => [place.id, place.position]))
  return places
    .map((place) => ({ ...place, position: changed.get(place.id) ?? place.position }))
    .sort((one, other) => (one.position < other.position ? -1 : 1))
    .map((place) => place.id)
    .join('')
}

describe('a place in line', () => {
  it.each([
    ['d', 'first', 'dabc'],
    ['a', 'last', 'bcda'],
    ['c', 'up', 'acbd'],
    ['b', 'down', 'acbd'],
    ['a', 'up', 'abcd'],
    ['d', 'down', 'abcd'],
  ] as const)('%s moves %s', (id, move, order) => {
    expect(orderAfter(line, id, move)).toBe(order)
  })

  it('is not given to one that does not wait', () => {
    expect(placesAfter(line, 'x', 'first')).toBeNull()
  })

  it('is nobody else’s: positions stay apart whatever is moved', () => {
    const moves = fc.array(
      fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom<Move>('first', 'up', 'down', 'last')),
    )
    fc.assert(
      fc.property(moves, (asked) => {
        let places = line
        for (const [id, move] of asked) {
          const changed = new Map(placesAfter(places, id, move)?.map((place) => [place.id, place.position]))
          places = places
            .map((place) => ({ ...place, position: changed.get(place.id) ?? place.position }))
            .sort((one, other) => (one.position < other.position ? -1 : 1))
        }
        if (asked.length > 0) expect(new Set(places.map((place) => place.position)).size).toBe(4)
      }),
    )
  })
})
