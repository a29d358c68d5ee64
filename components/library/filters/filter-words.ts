import { lengthSpan, priceSpan, whenSpan } from '@/components/library/filters/span-words'
import { STATE_WORDS } from '@/lib/generations/state'
import { EVERYTHING, type LibraryQuery, type LibraryState, type LibraryWay } from '@/lib/library/library-query'
import type { LibraryFacets } from '@/lib/library/view'
import { KIND_LABELS, resolutionLabel } from '@/lib/models/describe'

/** Filters that always stand in the bar, and those behind More until they are set. */
export const MAIN_FILTERS = ['model', 'shape', 'length', 'price', 'when'] as const
export const MORE_FILTERS = ['kind', 'state', 'rating', 'resolution', 'sound', 'tag', 'children'] as const
export const ALL_FILTERS = [...MAIN_FILTERS, ...MORE_FILTERS]

export type FilterName = (typeof ALL_FILTERS)[number]

/** What a filter is called. */
export const FILTERS: Record<FilterName, string> = {
  model: 'Model',
  shape: 'Shape',
  length: 'Length',
  price: 'Price',
  when: 'When',
  kind: 'Kind',
  state: 'State',
  rating: 'Rating',
  resolution: 'Resolution',
  sound: 'Sound',
  tag: 'Tag',
  children: 'Has children',
}

/** What takes a filter away. */
export const CLEARED = {
  model: { models: [] },
  shape: { shape: null },
  length: { length: null },
  price: { price: null },
  when: { from: null, to: null },
  kind: { ways: [] },
  state: { states: [] },
  rating: { rating: null },
  resolution: { resolutions: [] },
  sound: { sound: null },
  tag: { tags: [] },
  children: { hasChildren: false },
} as const satisfies Record<FilterName, Partial<LibraryQuery>>

export const SHAPE_WORDS = { landscape: 'Landscape', portrait: 'Portrait', square: 'Square' } as const

export const wayWords = (way: LibraryWay): string => KIND_LABELS[way]
export const stateWords = (state: LibraryState): string => STATE_WORDS[state]

/** What a filter is set to, in its chip; null where it is not set. */
export function filterWords(name: FilterName, query: LibraryQuery, facets: LibraryFacets | undefined): string | null {
  switch (name) {
    case 'model':
      return some(query.models, (id) => facets?.models.find((model) => model.id === id)?.name ?? id, 'models')
    case 'shape':
      return query.shape && SHAPE_WORDS[query.shape]
    case 'length':
      return query.length && lengthSpan(query.length)
    case 'price':
      return query.price && priceSpan(query.price)
    case 'when':
      return whenSpan(query.from, query.to)
    case 'kind':
      return some(query.ways, wayWords, 'kinds')
    case 'state':
      return some(query.states, stateWords, 'states')
    case 'rating':
      return query.rating === null ? null : ratingWords(query.rating)
    case 'resolution':
      return some(query.resolutions, resolutionLabel, 'resolutions')
    case 'sound':
      return query.sound === null ? null : query.sound ? 'With sound' : 'Silent'
    case 'tag':
      return some(query.tags, (name) => name, 'tags')
    case 'children':
      return query.hasChildren ? FILTERS.children : null
  }
}

export const ratingWords = (rating: number): string => (rating === 5 ? 'Rated 5' : `Rated ${rating} or more`)

/** Whether anything narrows a place down: then finding nothing does not mean that there is nothing. */
export function isFiltered(query: LibraryQuery): boolean {
  return query.text !== '' || query.starred || ALL_FILTERS.some((name) => filterWords(name, query, undefined) !== null)
}

/** The same place of the library with no filter in it. */
export const unfiltered = ({ project, bin, account }: LibraryQuery): LibraryQuery => ({
  ...EVERYTHING,
  project,
  bin,
  account,
})

function some<T extends string>(values: readonly T[], words: (value: T) => string, many: string): string | null {
  const [only] = values
  if (only === undefined) return null
  return values.length === 1 ? words(only) : `${values.length} ${many}`
}
