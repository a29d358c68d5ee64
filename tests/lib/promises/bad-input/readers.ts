import type * as fc from 'fast-check'

/** What came of reading something from outside. */
export type Verdict =
  | {
      taken: true
      value: unknown
      /** The same once more, as it would come in again; undefined where it never does. */
      again: unknown
    }
  | {
      taken: false
      /** Why not, where a sentence says it; empty where what can't be read is as if it were not there. */
      sentences: string[]
    }

/** One place where something from outside is read: it gives a value or a refusal, and never throws. */
export interface Reader {
  name: string
  /** What it is there for. */
  valid: fc.Arbitrary<unknown>
  read: (value: unknown) => Verdict
}

interface Issues {
  issues: readonly { message: string }[]
}

interface Schema {
  safeParse: (value: unknown) => { success: true; data: unknown } | { success: false; error: Issues }
}

/** A schema whose value goes in again as JSON, as it does from a row or an address. */
export function schemaReader(name: string, schema: Schema, valid: fc.Arbitrary<unknown>): Reader {
  return { name, valid, read: (value) => verdictOf(schema.safeParse(value)) }
}

/** The same for an answer, which is JSON. */
export function answerReader(name: string, schema: Schema, valid: fc.Arbitrary<unknown>): Reader {
  return { name, valid, read: (value) => verdictOf(schema.safeParse(asJson(value))) }
}

function verdictOf(parsed: ReturnType<Schema['safeParse']>): Verdict {
  if (!parsed.success) return { taken: false, sentences: parsed.error.issues.map(({ message }) => message) }
  return { taken: true, value: parsed.data, again: JSON.parse(JSON.stringify(parsed.data)) }
}

/** A function that gives null for what it does not take. */
export function nullReader<T>(
  name: string,
  valid: fc.Arbitrary<unknown>,
  read: (value: unknown) => T | null,
  again: (taken: T) => unknown,
): Reader {
  const verdict = (value: unknown): Verdict => {
    const taken = read(value)
    return taken === null ? { taken: false, sentences: [] } : { taken: true, value: taken, again: again(taken) }
  }
  return { name, valid, read: verdict }
}

/** A function that makes something of whatever it gets. */
export const tolerantReader = <T>(
  name: string,
  valid: fc.Arbitrary<unknown>,
  read: (value: unknown) => T,
  again: (taken: T) => unknown,
): Reader => ({
  name,
  valid,
  read: (value) => {
    const taken = read(value)
    return { taken: true, value: taken, again: again(taken) }
  },
})

/** What an address or a header hands over for a value: text of whole characters. */
export const asText = (value: unknown): string =>
  (typeof value === 'string' ? value : (asJsonText(value) ?? '')).toWellFormed()

/** What an answer hands over for a value; null where JSON has none. */
export const asJson = (value: unknown): unknown => JSON.parse(asJsonText(value) ?? 'null')

const asJsonText = (value: unknown): string | undefined =>
  JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? Number(one) : one))

/** What is no list of fields is a single one, as in `?x`. */
export const entriesOf = (value: unknown): [string, string][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).map(([name, one]) => [name, asText(one)])
    : [[asText(value), '']]
