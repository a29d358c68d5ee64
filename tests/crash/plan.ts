import { parseArgs } from 'node:util'

/** What a call of `npm run test:crash` does. */
export interface Plan {
  sweep: {
    seeds: number[]
    /** The first boundary of each seed, and every how many. */
    from: number
    step: number
    /** Runs side by side. */
    lanes: number
    /** ms after which no run is begun. */
    within: number
  }
  kills: {
    seed: number
    kills: number
    /** Jobs kept open. */
    open: number
    /** Of the sandbox: so slow that jobs stay open over many kills. */
    speed: number
    /** ms after which there is no further kill. */
    within: number
  }
  /** Whether what the library does with files is swept too. */
  library: boolean
}

/** Everything, or what the flags leave of it. */
export function planFrom(args: string[]): Plan {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: 'string' },
      seeds: { type: 'string', default: '5' },
      from: { type: 'string', default: '1' },
      step: { type: 'string', default: '1' },
      lanes: { type: 'string', default: '4' },
      kills: { type: 'string', default: '200' },
      open: { type: 'string', default: '50' },
      sample: { type: 'boolean', default: false },
    },
  })
  if (values.sample) return SAMPLE
  const { from, step, lanes, kills, open } = values
  const only = values.seed === undefined ? null : Number(values.seed)
  const seeds = only === null ? Array.from({ length: Number(values.seeds) }, (_, at) => at + 1) : [only]
  return {
    sweep: { seeds, from: Number(from), step: Number(step), lanes: Number(lanes), within: Number.POSITIVE_INFINITY },
    kills: { seed: only ?? 1, kills: Number(kills), open: Number(open), speed: 0.15, within: Number.POSITIVE_INFINITY },
    // A call that goes back to one seed is about a job's life.
    library: only === null,
  }
}

/** For `npm test`: boundaries of every part of a job's life and some random kills, in less than a minute. */
const SAMPLE: Plan = {
  sweep: { seeds: [1], from: 0, step: 13, lanes: 2, within: 35_000 },
  kills: { seed: 1, kills: 6, open: 10, speed: 20, within: 25_000 },
  // Unit tests take a sample of it: tests/lib/library/archive/killed.test.ts.
  library: false,
}
