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

/** Each verdict is of everything on its data folder: the longer that grows, the longer it takes. */
const CHAPTER = 30

export interface SweepOptions {
  seed: number
  /** The first boundary. */
  from: number
  /** Every how many boundaries: 1 is all. */
  step: number
  /** No run is begun after it, ms of performance.now(). */
  until: number
  /** Told at once. */
  report: (found: Found) => void
}

export interface Found {
  at: number
  /** The boundary's name. */
  name: string
  /** Kept, to be looked into. */
  dataDir: string
  violation: Violation
}

export interface SweepResult {
  boundaries: number
  runs: number
  violations: number
}

/** Kills at boundary `from`, and on, until a run comes through without reaching its boundary. */
export async function sweep(
  lanes: readonly Lane[],
  { seed, from, step, until, report }: SweepOptions,
): Promise<SweepResult> {
  const result: SweepResult = { boundaries: 0, runs: 0, violations: 0 }
  let next = from
  let through = false
  const sweepOn = async (lane: Lane, tag: string) => {
    while (!through && performance.now() < until) {
      const at = next
      next += step
      const run = await runAt(lane, pressesOf(seed, `${tag} ${at}`), at)
      result.runs += 1
      result.boundaries = Math.max(result.boundaries, run.boundaries.length)
      result.violations += run.violations.length
      for (const one of foundIn(run, at, lane.chapter.dataDir)) report(one)
      if (!run.killed) {
        assertKinds(run.boundaries)
        // At 0 nothing was to be killed: that run only shows what the others are made of.
        through = at > 0
      }
      if (run.violations.length > 0) await lane.startAfresh('wrong')
      else if (result.runs % CHAPTER === 0) await lane.startAfresh('well')
    }
    await lane.startAfresh('well')
  }
  await Promise.all(lanes.map((lane, index) => sweepOn(lane, `lane ${index}`)))
  return result
}

const foundIn = ({ boundaries, violations }: Run, at: number, dataDir: string): Found[] =>
  violations.map((violation) => ({ at, name: boundaries[at - 1] ?? 'none reached', dataDir, violation }))

function assertKinds(boundaries: readonly string[]): void {
  const missing = KINDS.filter((kind) => !boundaries.some((name) => kind.test(name)))
  if (missing.length > 0) throw new Error(`The preload sees no ${missing.map(String).join(', ')}.`)
}
