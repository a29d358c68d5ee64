import type { Lane } from '@/tests/crash/lane'
import { type Run, runAt } from '@/tests/crash/run-at'
import { pressesOf } from '@/tests/crash/scenario'
import type { Violation } from '@/tests/support/judge'

/** Boundaries a whole run must have; a preload that sees them no more proves nothing. */
const KINDS = [
  /^before commit of Generation, LedgerEntry/,
  /^after commit of Generation, LedgerEntry/,
  /^before send of queue/,
  /^after send of queue/,
  /^headers of queue/,
  /^end of body of queue/,
  /^headers of retrieve/,
  /^piece of body of GET link/,
  /^before write media\/clips/,
  /^after write media\/clips/,
  /^before fsync media\/clips\/ID/,
  /^after fsync media\/clips$/,
  /^before rename media\/clips/,
  /^after rename media\/clips/,
  /^after commit of Asset, Generation/,
  /^before send of complete/,
  /^after send of DELETE link/,
]

export interface SweepOptions {
  seed: number
  /** The first boundary. */
  from: number
  /** Every how many boundaries: 1 is all. */
  step: number
}

export interface Found {
  seed: number
  at: number
  /** The boundary's name. */
  name: string
  violation: Violation
}

export interface SweepResult {
  boundaries: number
  runs: number
  found: Found[]
}

/** Kills at boundary `from`, and on, until a run comes through without reaching its boundary. */
export async function sweep(lanes: readonly Lane[], options: SweepOptions): Promise<SweepResult> {
  const { seed, from, step } = options
  const [first] = lanes
  if (!first) throw new Error('A sweep needs a lane.')
  const presses = pressesOf(seed)
  // Filmed once, the clips are there for all runs; the second tells what a run is made of.
  await runAt(first, presses, 0)
  const whole = await runAt(first, presses, 0)
  assertKinds(whole.boundaries)
  const result: SweepResult = { boundaries: whole.boundaries.length, runs: 2, found: foundIn(whole, seed, 0) }
  let next = from
  let through = false
  await Promise.all(
    lanes.map(async (lane) => {
      while (!through) {
        const at = next
        next += step
        const run = await runAt(lane, presses, at)
        result.runs += 1
        result.boundaries = Math.max(result.boundaries, run.boundaries.length)
        result.found.push(...foundIn(run, seed, at))
        if (!run.killed) through = true
      }
    }),
  )
  return result
}

const foundIn = ({ boundaries, violations }: Run, seed: number, at: number): Found[] =>
  violations.map((violation) => ({ seed, at, name: boundaries[at - 1] ?? 'none reached', violation }))

function assertKinds(boundaries: readonly string[]): void {
  const missing = KINDS.filter((kind) => !boundaries.some((name) => kind.test(name)))
  if (missing.length > 0) throw new Error(`The preload sees no ${missing.map(String).join(', ')}.`)
}
