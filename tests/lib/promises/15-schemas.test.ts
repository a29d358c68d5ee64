import { afterAll, describe, expect, it } from 'vitest'
import { READERS_OF_LIBRARY } from './bad-input/readers-of-library'
import { READERS_OF_PERSON } from './bad-input/readers-of-person'
import { READERS_OF_VENDOR } from './bad-input/readers-of-vendor'
import { INPUTS, type Tried, tryReader } from './bad-input/try-reader'

const tried: Tried[] = []
const sum = (of: keyof Tried) => tried.reduce((total, one) => total + one[of], 0)

afterAll(() => {
  process.stdout.write(`promise 15: ${tried.length} schemas, ${sum('inputs')} inputs, ${sum('taken')} taken\n`)
})

describe.each([
  ['the person', [...READERS_OF_PERSON, ...READERS_OF_LIBRARY]],
  ['the vendor', READERS_OF_VENDOR],
])('promise 15: whatever comes from %s is taken as it is, or refused, and never an error', (_, readers) => {
  it.each(readers)('$name', (reader) => {
    const came = tryReader(reader)
    tried.push(came)
    expect(came.inputs).toBe(INPUTS)
    expect(came.taken).toBeGreaterThan(INPUTS / 10)
  })
})
