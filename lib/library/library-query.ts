import { STATES } from '@/lib/generations/state'

/** What a clip was made from, in the words of `ModelKind`. */
export const LIBRARY_WAYS = ['text', 'image', 'transition', 'reference', 'video', 'upscale'] as const
export type LibraryWay = (typeof LIBRARY_WAYS)[number]

/** States as the library tells them apart: `stored` is Ready too, so it is `done` here. */
export type LibraryState = Exclude<(typeof STATES)[number], 'stored'>
export const LIBRARY_STATES = STATES.filter((state): state is LibraryState => state !== 'stored')

export const SHAPES = ['landscape', 'portrait', 'square'] as const
export type Shape = (typeof SHAPES)[number]

/** `cheap`, `price`, `rate` (price per second, the lowest first), `best`: how well it fits the words. */
export const LIBRARY_SORTS = ['newest', 'oldest', 'price', 'cheap', 'rating', 'rate', 'best'] as const
export type LibrarySort = (typeof LIBRARY_SORTS)[number]

/** From and to, both included; null: no such bound. */
export interface Range {
  from: number | null
  to: number | null
}

/** What the library shows: its filters and order, as the address holds them. Empty or null: not filtered by. */
export interface LibraryQuery {
  /** Every word of it must stand in the prompt, the negative prompt, the notes, a tag or the model's name. */
  text: string
  models: string[]
  ways: LibraryWay[]
  /** Empty: clips that are here (in the bin: everything). */
  states: LibraryState[]
  starred: boolean
  /** 1 to 5: at least. */
  rating: number | null
  /** Seconds. */
  length: Range | null
  shape: Shape | null
  resolutions: string[]
  sound: boolean | null
  /** Its id, with its parts; `none`: in no project. */
  project: string | null
  /** Names; all of them. */
  tags: string[]
  /** Days of the person, both included: 2026-11-01. */
  from: string | null
  to: string | null
  /** µUSD. */
  price: Range | null
  /** Something was made from it. */
  hasChildren: boolean
  sort: LibrarySort
  /** What is in the bin instead of what is not. */
  bin: boolean
  /** null: the account in use. */
  account: string | null
}

export const EVERYTHING: LibraryQuery = {
  text: '',
  models: [],
  ways: [],
  states: [],
  starred: false,
  rating: null,
  length: null,
  shape: null,
  resolutions: [],
  sound: null,
  project: null,
  tags: [],
  from: null,
  to: null,
  price: null,
  hasChildren: false,
  sort: 'newest',
  bin: false,
  account: null,
}

/** Longer words and longer lists narrow nothing down. */
const MOST_TEXT = 500
const MOST_CHOICES = 50
const MICRO = 1_000_000

/** What an address asks for. Never throws: what can't be read is as if it were not there. */
export function parseLibraryQuery(params: URLSearchParams): LibraryQuery {
  const text = cut(params.get('q') ?? '')
  const states = listOf(params, 'state').map((state) => (state === 'stored' ? 'done' : state))
  return {
    text,
    models: listOf(params, 'model'),
    ways: oneOfEach(listOf(params, 'way'), LIBRARY_WAYS),
    states: oneOfEach(states, LIBRARY_STATES),
    starred: params.get('star') === '1',
    rating: ratingOf(params.get('rating')),
    length: rangeOf(params.get('long')),
    shape: SHAPES.find((shape) => shape === params.get('shape')) ?? null,
    resolutions: listOf(params, 'resolution'),
    sound: soundOf(params.get('sound')),
    project: textOf(params.get('project')),
    tags: listOf(params, 'tag'),
    from: dayOf(params.get('from')),
    to: dayOf(params.get('to')),
    price: scaled(rangeOf(params.get('price')), MICRO),
    hasChildren: params.get('children') === '1',
    sort: sortOf(params.get('sort'), text),
    bin: params.get('bin') === '1',
    account: textOf(params.get('account')),
  }
}

/** The address of a query: always the same for the same one, without what goes without saying. */
export function writeLibraryQuery(query: LibraryQuery): URLSearchParams {
  const params = new URLSearchParams()
  const put = (name: string, value: string | null | undefined) => {
    if (value) params.set(name, value)
  }
  const putAll = (name: string, values: readonly string[]) => {
    for (const value of [...new Set(values)].sort()) params.append(name, value)
  }
  put('q', query.text.trim())
  put('project', query.project)
  putAll('tag', query.tags)
  put('star', query.starred ? '1' : null)
  put('rating', query.rating?.toString())
  putAll('model', query.models)
  putAll('way', query.ways)
  putAll('state', query.states)
  put('long', rangeText(query.length))
  put('shape', query.shape)
  putAll('resolution', query.resolutions)
  put('sound', query.sound === null ? null : query.sound ? '1' : '0')
  put('from', query.from)
  put('to', query.to)
  put('price', rangeText(scaled(query.price, 1 / MICRO)))
  put('children', query.hasChildren ? '1' : null)
  put('sort', query.sort === defaultSort(query.text) ? null : query.sort)
  put('bin', query.bin ? '1' : null)
  put('account', query.account)
  return params
}

/** The order that goes without saying: how well it fits, where there is something to fit. */
export const defaultSort = (text: string): LibrarySort => (text.trim() === '' ? 'newest' : 'best')

function sortOf(value: string | null, text: string): LibrarySort {
  const sort = LIBRARY_SORTS.find((known) => known === value) ?? defaultSort(text)
  return sort === 'best' && text === '' ? 'newest' : sort
}

const textOf = (value: string | null) => (value === null ? null : cut(value)) || null

/** Whole characters, and no space at either end: as it is written into an address and read from it again. */
const cut = (text: string) => [...text.trim()].slice(0, MOST_TEXT).join('').trim()

const listOf = (params: URLSearchParams, name: string) =>
  [...new Set(params.getAll(name).flatMap((value) => textOf(value) ?? []))].slice(0, MOST_CHOICES).sort()

function oneOfEach<T extends string>(values: readonly string[], known: readonly T[]): T[] {
  return known.filter((one) => values.includes(one))
}

const ratingOf = (value: string | null) => (value !== null && /^[1-5]$/.test(value) ? Number(value) : null)

const soundOf = (value: string | null) => (value === '1' ? true : value === '0' ? false : null)

/** `5-10`, `5-`, `-10`, or `5` for exactly that. */
function rangeOf(value: string | null): Range | null {
  const found = /^(\d{1,9}(?:\.\d{1,6})?)?(-)?(\d{1,9}(?:\.\d{1,6})?)?$/.exec(value ?? '')
  if (!found) return null
  const [, low, dash, high] = found
  const from = low === undefined ? null : Number(low)
  const to = dash === undefined ? from : high === undefined ? null : Number(high)
  if (from === null && to === null) return null
  return from !== null && to !== null && from > to ? { from: to, to: from } : { from, to }
}

function rangeText(range: Range | null): string | null {
  if (!range || (range.from === null && range.to === null)) return null
  return range.from === range.to ? `${range.from}` : `${range.from ?? ''}-${range.to ?? ''}`
}

const scaled = (range: Range | null, by: number): Range | null => {
  const times = (value: number | null) => (value === null ? null : Number((value * by).toFixed(6)))
  return range && { from: times(range.from), to: times(range.to) }
}

/** A day of the calendar. */
function dayOf(value: string | null): string | null {
  if (value === null || !/^[12]\d{3}-\d\d-\d\d$/.test(value)) return null
  const at = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value) ? value : null
}
