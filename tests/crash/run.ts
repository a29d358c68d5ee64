import { parseArgs } from 'node:util'
import { buildApp, generateClient, say } from '@/lib/cli/prepare'
import { type Film, openFilm } from '@/tests/crash/film'
import { Lane } from '@/tests/crash/lane'
import { killAtRandom } from '@/tests/crash/random-kills'
import { type Found, sweep } from '@/tests/crash/sweep'
import { toldOf } from '@/tests/support/judge'

// npm run test:crash: SIGKILL at every boundary of a job's life, and at random with many jobs open, over the real server
// and the sandbox, each its own process. The README's table of promises has the figures.

/** How much faster than believable: a job is done before it is first asked for, so that runs are alike. */
const SPEED = 1000
/** So slow that jobs stay open over many kills. */
const SLOW = 0.1

const { values } = parseArgs({
  options: {
    /** One seed alone. */
    seed: { type: 'string' },
    seeds: { type: 'string', default: '5' },
    /** The first boundary of each seed, and every how many. */
    from: { type: 'string', default: '1' },
    step: { type: 'string', default: '1' },
    lanes: { type: 'string', default: '3' },
    kills: { type: 'string', default: '200' },
    open: { type: 'string', default: '50' },
    /** Some boundaries of one seed and a few random kills, within a minute. */
    sample: { type: 'boolean', default: false },
  },
})

interface Sums {
  boundaries: number
  runs: number
  violations: number
}

async function main(): Promise<void> {
  generateClient()
  buildApp()
  const film = openFilm()
  const parts = [sweepSeeds(film), kill(film, Number(values.kills), Number(values.open))]
  const sums = (await Promise.all(parts).finally(() => film.close())).reduce(add)
  say(`boundaries ${sums.boundaries}, runs ${sums.runs}, violations ${sums.violations}`)
  process.exitCode = sums.violations === 0 ? 0 : 1
}

async function sweepSeeds(film: Film): Promise<Sums> {
  const seeds = values.seed ? [Number(values.seed)] : Array.from({ length: Number(values.seeds) }, (_, at) => at + 1)
  const lanes = await Promise.all(Array.from({ length: Number(values.lanes) }, () => Lane.open(film, SPEED)))
  let sums: Sums = { boundaries: 0, runs: 0, violations: 0 }
  try {
    for (const seed of seeds) sums = add(sums, await sweepSeed(lanes, seed))
    return sums
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()))
  }
}

async function sweepSeed(lanes: readonly Lane[], seed: number, until = Number.POSITIVE_INFINITY): Promise<Sums> {
  const started = performance.now()
  const result = await sweep(lanes, { seed, from: Number(values.from), step: Number(values.step), until })
  const { boundaries, runs, found } = result
  for (const one of found) say(lineOf(one))
  say(`seed ${seed}: boundaries ${boundaries}, runs ${runs}, violations ${found.length} (${secondsSince(started)} s)`)
  return { boundaries, runs, violations: found.length }
}

async function kill(film: Film, kills: number, open: number): Promise<Sums> {
  const sums = { boundaries: 0, runs: kills, violations: 0 }
  if (kills === 0) return sums
  const started = performance.now()
  const lane = await Lane.open(film, SLOW)
  try {
    const result = await killAtRandom(lane, { seed: Number(values.seed ?? 1), kills, open })
    for (const violation of result.violations) say(`  random kills: ${toldOf(violation)}`)
    const [fewest, most] = result.open
    say(
      `random kills: kills ${result.kills}, jobs ${result.jobs}, open ${fewest} to ${most}, violations ${result.violations.length} (${secondsSince(started)} s)`,
    )
    return { ...sums, violations: result.violations.length }
  } finally {
    await lane.close()
  }
}

const secondsSince = (started: number) => Math.round((performance.now() - started) / 1000)

const add = (one: Sums, other: Sums): Sums => ({
  boundaries: one.boundaries + other.boundaries,
  runs: one.runs + other.runs,
  violations: one.violations + other.violations,
})

const lineOf = ({ seed, at, name, violation }: Found) => `  --seed ${seed} --from ${at} (${name}): ${toldOf(violation)}`

await main()
