import { describe, expect, test } from 'vitest'
import { NO_WISHES, pickerGroups } from '@/components/create/picker-wishes'
import { rowAfterKey } from '@/components/create/row-after-key'
import { anOffer } from '@/tests/support/offers'

const models = [
  anOffer({ id: 'a', name: 'Alpha', privacy: 'private', durations: ['5s'] }),
  anOffer({ id: 'b', name: 'Beta', kind: 'image', needs: ['Start image'] }),
  anOffer({ id: 'c', name: 'Gamma', kind: 'transition', needs: ['Start image', 'End image'], resolutions: ['720p'] }),
  anOffer({ id: 'd', name: 'Delta', offline: true }),
]
const prices = [
  { modelId: 'a', microUsd: 300_000, at: 0 },
  { modelId: 'b', microUsd: 100_000, at: 0 },
]
const groups = (change: Partial<typeof NO_WISHES>, recent: string[] = []) =>
  pickerGroups(models, { ...NO_WISHES, ...change }, prices, recent).map(({ heading, models: list }) => [
    heading,
    list.map(({ id }) => id).join(''),
  ])

describe('the list of the picker', () => {
  test('is in order of price, what has none after that, offline models last', () => {
    expect(groups({})).toEqual([['All models', 'bacd']])
  })

  test('puts what was used lately on top, once, until somebody searches', () => {
    expect(groups({}, ['c', 'gone'])).toEqual([
      ['Recent', 'c'],
      ['All others', 'bad'],
    ])
    expect(groups({ words: 'ta' }, ['c'])).toEqual([['All models', 'bcd']])
  })

  test('a chip keeps its kind, first and last images among those from an image', () => {
    expect(groups({ kind: 'From image' })).toEqual([['From image', 'bc']])
  })

  test('needs add up', () => {
    expect(groups({ needs: ['10 s or more', '1080p or more'] })).toEqual([['All models', 'bd']])
    expect(groups({ needs: ['Private', '10 s or more'] })).toEqual([])
  })
})

test('keys move the highlight and stop at the ends', () => {
  const to = (key: string, at: number) => rowAfterKey(key, at, 30)
  expect([
    to('ArrowDown', 0),
    to('ArrowDown', 29),
    to('ArrowUp', 0),
    to('PageDown', 5),
    to('Home', 9),
    to('End', 0),
  ]).toEqual([1, 29, 0, 15, 0, 29])
  expect(to('a', 3)).toBeNull()
  expect(rowAfterKey('End', 0, 0)).toBeNull()
})
