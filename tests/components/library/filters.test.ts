import { describe, expect, it } from 'vitest'
import { libraryHref, queryKey } from '@/components/library/address'
import { dayBack, monthStart } from '@/components/library/filters/days'
import { ALL_FILTERS, CLEARED, filterWords, isFiltered, unfiltered } from '@/components/library/filters/filter-words'
import { lengthSpan, priceSpan, whenSpan } from '@/components/library/filters/span-words'
import { tileLabel } from '@/components/library/grid/tile-words'
import { projectTree, staysIn, treeLines, withParts } from '@/components/library/sidebar/project-tree'
import { EVERYTHING, type LibraryQuery } from '@/lib/library/library-query'
import { anItem } from './items'

const SET: LibraryQuery = {
  ...EVERYTHING,
  models: ['vetro'],
  ways: ['text', 'image'],
  states: ['failed'],
  rating: 3,
  length: { from: 5, to: 10 },
  shape: 'portrait',
  resolutions: ['1080p'],
  sound: false,
  tags: ['hero', 'night'],
  from: '2026-11-01',
  price: { from: null, to: 500_000 },
  hasChildren: true,
}

describe('filters', () => {
  it('say what they are set to', () => {
    expect(ALL_FILTERS.map((name) => filterWords(name, SET, undefined))).toEqual([
      'vetro',
      'Portrait',
      '5 s – 10 s',
      'up to $0.50',
      'Since 1 Nov 2026',
      '2 kinds',
      'Failed',
      'Rated 3 or more',
      '1080p',
      'Silent',
      '2 tags',
      'Has children',
    ])
    expect(ALL_FILTERS.map((name) => filterWords(name, EVERYTHING, undefined))).toEqual(ALL_FILTERS.map(() => null))
  })

  it('are each taken away by their cross, and all together at one press', () => {
    for (const name of ALL_FILTERS) expect(filterWords(name, { ...SET, ...CLEARED[name] }, undefined), name).toBeNull()
    expect(isFiltered(SET)).toBe(true)
    expect(isFiltered(unfiltered(SET))).toBe(false)
  })

  it('leave the place where they are: a project, the bin', () => {
    const place = { ...EVERYTHING, project: 'p', bin: true, account: 'a' }
    expect(isFiltered(place)).toBe(false)
    expect(unfiltered({ ...place, starred: true, text: 'fog' })).toEqual(place)
  })

  it('have one address for the same query', () => {
    expect(libraryHref(EVERYTHING)).toBe('/library')
    expect(libraryHref({ ...EVERYTHING, starred: true, text: ' fog ' })).toBe('/library?q=fog&star=1&sort=newest')
    expect(queryKey({ ...EVERYTHING, tags: ['b', 'a'] })).toBe(queryKey({ ...EVERYTHING, tags: ['a', 'b'] }))
  })

  it('name spans by what is known of them', () => {
    expect([
      lengthSpan({ from: 5, to: 5 }),
      lengthSpan({ from: 20, to: null }),
      priceSpan({ from: 100_000, to: 500_000 }),
    ]).toEqual(['5 s', '20 s and longer', '$0.10 – $0.50'])
    expect([whenSpan('2026-11-01', '2026-11-01'), whenSpan(null, '2026-11-02'), whenSpan(null, null)]).toEqual([
      '1 Nov 2026',
      'Until 2 Nov 2026',
      null,
    ])
  })

  it('count days on the calendar', () => {
    const noon = new Date(2026, 2, 1, 12).getTime()
    expect(dayBack(noon, 1)).toBe('2026-02-28')
    expect(monthStart(noon)).toBe('2026-03-01')
  })
})

describe('projects', () => {
  const project = (id: string, parentId: string | null, count: number) => ({ id, name: id, parentId, count })
  const projects = [project('a', null, 1), project('b', 'a', 2), project('c', 'b', 4), project('d', 'gone', 8)]

  it('are a tree, each with what is in its parts', () => {
    expect(treeLines(projectTree(projects)).map(({ node, depth }) => [node.project.id, depth, node.count])).toEqual([
      ['a', 0, 7],
      ['b', 1, 6],
      ['c', 2, 4],
      ['d', 0, 8],
    ])
  })

  it('hold their parts', () => {
    expect([...withParts(projects, 'b')]).toEqual(['b', 'c'])
  })

  it('keep a clip that is moved within them, and let go of one that is moved elsewhere', () => {
    expect(staysIn('a', 'c', projects)).toBe(true)
    expect(staysIn('c', 'a', projects)).toBe(false)
    expect(staysIn('a', null, projects)).toBe(false)
    expect(staysIn('none', 'a', projects)).toBe(false)
    expect(staysIn('none', null, projects)).toBe(true)
    expect(staysIn(null, 'a', projects)).toBe(true)
  })
})

it('says of a tile all that it shows', () => {
  expect(tileLabel(anItem('a', { prompt: 'A heron', starred: true, rating: 4, unseen: true }))).toBe(
    'A heron, 0:05, $0.35, starred, rated 4, new, Sandbox',
  )
  expect(
    tileLabel(anItem('b', { prompt: '', clip: null, state: 'failed', chargedMicroUsd: null, sandbox: false })),
  ).toBe('Vetro, Failed')
})
