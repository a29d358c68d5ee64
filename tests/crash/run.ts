import { parseArgs } from 'node:util'
import { buildApp, generateClient, say } from '@/lib/cli/prepare'
import { openFilm } from '@/tests/crash/film'
import { Lane } from '@/tests/crash/lane'
import { type Found, sweep } from '@/tests/crash/sweep'
import { toldOf } from '@/tests/support/judge'

// npm run test:crash: SIGKILL at every boundary of a job's life. The README's table of promises has the figures.

/** How much faster than believable: a job is done before it is first asked for, so that runs are alike. */
const SPEED = 1000

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string', default: '5' },
    from: { type: 'string', default: '1' },
    step: { type: 'string', default: '1' },
    lanes: { type: 'string', default: '3' },
  },
})

async function main(): Promise<void> {
  generateClient()
  buildApp()
  const film = openFilm()
  const lanes = await Promise.all(Array.from({ length: Number(values.lanes) }, () => Lane.open(film, SPEED)))
  const found = await sweepSeeds(lanes).finally(() => Promise.all([...lanes, film].map((opened) => opened.close())))
  process.exitCode = found === 0 ? 0 : 1
}

async function sweepSeeds(lanes: readonly Lane[]): Promise<number> {
  const seeds = values.seed ? [Number(values.seed)] : Array.from({ length: Number(values.seeds) }, (_, at) => at + 1)
  const sums = { boundaries: 0, runs: 0, violations: 0 }
  for (const seed of seeds) {
    const started = performance.now()
    const { boundaries, runs, found } = await sweep(lanes, {
      seed,
      from: Number(values.from),
      step: Number(values.step),
    })
    for (const one of found) say(lineOf(one))
    const seconds = Math.round((performance.now() - started) / 1000)
    say(`seed ${seed}: boundaries ${boundaries}, runs ${runs}, violations ${found.length} (${seconds} s)`)
    sums.boundaries += boundaries
    sums.runs += runs
    sums.violations += found.length
  }
  say(`boundaries ${sums.boundaries}, runs ${sums.runs}, violations ${sums.violations}`)
  return sums.violations
}

const lineOf = ({ seed, at, name, violation }: Found) => `  --seed ${seed} --from ${at} (${name}): ${toldOf(violation)}`

await main()
