import * as fc from 'fast-check'

/** What code stumbles over, wherever it comes. */
const ODD: unknown[] = [
  ...[
    '',
    ' ',
    '\n',
    '\0',
    '\ud800',
    '\u202e',
    '🚣🏽‍♀️',
    'ﬁ',
    'e\0\u0301',
    '__proto__',
    'constructor',
    'null',
    'NaN',
    '[]',
  ],
  ...["'; DROP TABLE x; --", '%', '_', '../../etc/passwd', '<script>', '{{1}}', '=1+1', 'x'.repeat(30_000)],
  ...[0, -0, -1, 0.5, 2 ** 31, 2 ** 53, -(2 ** 53), 1e21, 8.64e15, Number.MAX_VALUE, Number.NaN, -Infinity, Infinity],
  ...[true, false, null, undefined, 0n, 2n ** 64n],
  ...[[], {}, [[]], [null], { length: 1e9 }, { toString: null }, Object.create(null), Symbol('x'), () => {}],
  ...[new Date(Number.NaN), new Map([[1, 2]]), new Set(['x']), new Uint8Array(3), new FormData(), new Blob(['x'])],
  JSON.parse('{"__proto__":{"admin":true}}'),
]

/** Longer texts only cost time. */
const LONGEST = 60_000

/** Anything at all. Drawn once: making it anew costs more than what is tried with it. */
const ANYTHING = fc.sample(
  fc.anything({
    maxDepth: 2,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withTypedArray: true,
    stringUnit: 'binary',
  }),
  { numRuns: 3000, seed: 15 },
)

const TEXTS = [...ODD, ...ANYTHING].filter((value) => typeof value === 'string')
const VALUES = [...ODD, ...ANYTHING]

/** A value nobody expects. */
const wild = fc.constantFrom(...VALUES)

/** A valid value with up to three things changed in it, wherever they stand; or something else altogether. */
export function nearly(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const some = fc.constantFrom(...fc.sample(valid, { numRuns: VALID, seed: 15 }))
  const changed = fc.tuple(some, fc.array(step, { maxLength: 3 })).map(([value, steps]) => steps.reduce(taken, value))
  return fc.oneof({ weight: 9, arbitrary: changed }, wild)
}

/** So many valid values are different enough. */
const VALID = 400

interface Step {
  /** Which of the places in the value, and what comes there. */
  place: number
  /** Which of the changes that can be made there. */
  how: number
}

const step: fc.Arbitrary<Step> = fc.record({ place: fc.nat(), how: fc.nat() })

type Path = (string | number)[]

function taken(value: unknown, { place, how }: Step): unknown {
  const places = placesIn(value)
  const other = VALUES[place % VALUES.length]
  return at(value, places[place % places.length] ?? [], (there) => {
    const changes = [...changesOf(there, place, other), () => other]
    return changes[how % changes.length]?.()
  })
}

/** The value itself and everything in it. */
function placesIn(value: unknown, path: Path = []): Path[] {
  const inside = isPlain(value) ? Object.entries(value) : Array.isArray(value) ? value.entries() : []
  return [path, ...[...inside].flatMap(([key, child]) => placesIn(child, [...path, key]))]
}

function at(value: unknown, [key, ...rest]: Path, change: (there: unknown) => unknown): unknown {
  if (key === undefined) return change(value)
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? at(item, rest, change) : item))
  return isPlain(value) ? { ...value, [key]: at(value[key], rest, change) } : value
}

function changesOf(there: unknown, place: number, value: unknown): (() => unknown)[] {
  const text = TEXTS[place % TEXTS.length] ?? ''
  if (typeof there === 'string') return textChanges(there, place, text)
  if (typeof there === 'number') return numberChanges(there)
  if (typeof there === 'boolean') return [() => !there, () => String(there), () => Number(there)]
  if (Array.isArray(there)) return listChanges(there, place, value)
  return isPlain(there) ? objectChanges(there, place, value, text) : []
}

function textChanges(there: string, place: number, text: string): (() => unknown)[] {
  const cut = place % (there.length + 1)
  return [
    () => there.slice(0, cut) + text + there.slice(cut),
    () => there.slice(cut),
    () => there.slice(0, cut),
    () => there.toUpperCase(),
    () => `${there} `,
    () => there.repeat(2 + (place % 400)).slice(0, LONGEST),
    () => Number(there),
    () => [there],
  ]
}

function numberChanges(there: number): (() => unknown)[] {
  return [
    () => there + 1,
    () => there - 1,
    () => -there,
    () => there + 0.5,
    () => there * 1e12,
    () => there / 3,
    () => String(there),
    () => BigInt(Math.trunc(Number.isFinite(there) ? there : 0)),
  ]
}

function listChanges(there: unknown[], place: number, value: unknown): (() => unknown)[] {
  return [
    () => there.slice(1),
    () => [...there, value],
    () => [...there, ...there],
    () => Array.from({ length: 1 + (place % 120) }, () => there[0] ?? value),
    () => Object.assign({}, there),
  ]
}

function objectChanges(there: Record<string, unknown>, place: number, value: unknown, text: string): (() => unknown)[] {
  const keys = Object.keys(there)
  const [one = text, other = text] = [keys[place % keys.length], keys[(place + 1) % keys.length]]
  const { [one]: held, ...rest } = there
  return [
    () => rest,
    () => ({ ...there, [text]: value }),
    () => ({ ...rest, [one.toUpperCase()]: held }),
    () => ({ ...there, [one]: there[other], [other]: held }),
    () => [there],
    () => JSON.stringify(Object.keys(there)),
  ]
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
