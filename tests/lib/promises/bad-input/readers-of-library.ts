import * as fc from 'fast-check'
import { readCursor, writeCursor } from '@/lib/library/cursor'
import {
  LIBRARY_SORTS,
  LIBRARY_STATES,
  LIBRARY_WAYS,
  parseLibraryQuery,
  writeLibraryQuery,
} from '@/lib/library/library-query'
import { matchOf, searchWords } from '@/lib/library/search-words'
import { manyIds, ratingValue, tagNames, undoSteps } from '@/lib/library/undo'
import * as near from './near-inputs'
import { asText, entriesOf, nullReader, type Reader, schemaReader, tolerantReader } from './readers'

export const ids = fc.uniqueArray(near.uuid, { minLength: 1 })

export const tags = fc.array(fc.constantFrom('harbour', 'Möwe', ' two  words ', 'ﬁn'), { maxLength: 3 })

export const rating = fc.constantFrom(null, 1, 5)

export const steps = fc.array(
  fc.oneof(
    fc.record({ verb: fc.constant('move'), ids, projectId: fc.option(near.uuid) }),
    fc.record({ verb: fc.constant('tag'), ids, add: tags, remove: tags }),
    fc.record({ verb: fc.constant('rate'), ids, rating }),
    fc.record({ verb: fc.constant('star'), ids, on: fc.boolean() }),
    fc.record({ verb: fc.constantFrom('bin', 'unbin'), ids }),
  ),
  { minLength: 1, maxLength: 3 },
)

/** Every parameter of the library's address. */
export const LIBRARY_ADDRESS: Record<string, string[]> = {
  q: ['mist', 'mist over "the" lagoon', 'é', '*'],
  project: ['none', '6f1c2b9e-0d3a-4f57-8b21-3c9d5e7a1f40'],
  tag: ['harbour'],
  star: ['1'],
  rating: ['1', '5'],
  model: ['vetro-mini-text-to-video'],
  way: [...LIBRARY_WAYS],
  state: [...LIBRARY_STATES, 'stored'],
  long: ['5-10', '5-', '-10', '5'],
  shape: ['landscape', 'square'],
  resolution: ['256p'],
  sound: ['0', '1'],
  from: ['2026-11-01', '1000-01-01', '2999-12-31'],
  to: ['2026-11-30', '2024-02-29'],
  price: ['0.01-0.5', '0.000001', '999999999'],
  children: ['1'],
  sort: [...LIBRARY_SORTS],
  bin: ['1'],
}

const address = fc.record(
  Object.fromEntries(Object.entries(LIBRARY_ADDRESS).map(([name, values]) => [name, fc.constantFrom(...values)])),
  { requiredKeys: [] },
)

/** Everything that a page or an address hands to the library. */
export const READERS_OF_LIBRARY: Reader[] = [
  schemaReader('a choice of generations', manyIds, ids),
  schemaReader('tags', tagNames, tags),
  schemaReader('a rating', ratingValue, rating),
  schemaReader('steps to be taken back', undoSteps, steps),
  tolerantReader(
    'the address of the library',
    address,
    (value) => parseLibraryQuery(new URLSearchParams(entriesOf(value))),
    (query) => Object.fromEntries(writeLibraryQuery(query)),
  ),
  nullReader(
    'a place in the library',
    fc.record({ key: fc.integer(), createdAt: fc.nat({ max: 2e12 }), id: fc.nat() }).map((last) => {
      return writeCursor({ ...last, total: { clips: 3, bytes: 9, durationMs: 5000, chargedMicroUsd: -1 } })
    }),
    (value) => readCursor(asText(value)),
    writeCursor,
  ),
  tolerantReader(
    'a search of the library',
    fc.constantFrom('mist over', 'the "lagoon" OR NEAR(x)', 'é', '日本', 'x*'),
    (value) => {
      const words = searchWords(asText(value))
      const match = matchOf(words, (short) => [short])
      // Between the quotes of the words there are only the two operators.
      const outside = match?.replace(/"(?:[^"]|"")*"/g, '').replace(/[()]| AND | OR /g, '') ?? ''
      if (outside !== '') throw new Error(`Not quoted: ${outside}`)
      return words.map(({ text }) => text)
    },
    (words) => words.join(' '),
  ),
]
