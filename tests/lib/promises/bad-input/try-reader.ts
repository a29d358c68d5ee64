import * as fc from 'fast-check'
import { nearly } from '@/tests/support/wild'
import type { Reader, Verdict } from './readers'

/** To each place where something is read. */
export const INPUTS = 10_000
const SEED = 15

/** What came of all that was handed to a reader. */
export interface Tried {
  inputs: number
  taken: number
}

/**
 * Hands a reader ten thousand things: valid ones, nearly valid ones and others. What it takes comes out the same when it
 * goes in again.
 * @throws the smallest thing at which it throws, says nothing, or comes out as something else
 */
export function tryReader({ valid, read }: Reader): Tried {
  const tried = { inputs: 0, taken: 0 }
  fc.assert(
    fc.property(nearly(valid), (value) => {
      tried.inputs += 1
      const verdict = read(value)
      if (verdict.taken) tried.taken += 1
      else if (verdict.sentences.some((sentence) => sentence.trim() === '')) throw new Error('Refused without a word.')
      if (verdict.taken && verdict.again !== undefined) expectSame(verdict, read(verdict.again))
    }),
    { numRuns: INPUTS, seed: SEED },
  )
  return tried
}

function expectSame(first: Verdict, second: Verdict): void {
  const [one, other] = [first, second].map((verdict) => JSON.stringify(verdict.taken ? verdict.value : verdict))
  if (one !== other) throw new Error(`Taken as ${one}, and then as ${other}`)
}
