import { spawnSync } from 'node:child_process'
import * as z from 'zod'
import { buildApp, generateClient, say } from '@/lib/cli/prepare'
import { type Film, openFilm } from '@/tests/crash/film'
import { Lane } from '@/tests/crash/lane'
import { type Plan, planFrom } from '@/tests/crash/plan'
import { killAtRandom } from '@/tests/crash/random-kills'
import { type Found, sweep } from '@/tests/crash/sweep'
import { toldOf } from '@/tests/support/judge'

// npm run test:crash: SIGKILL at every boundary of a job's life, and at random with many jobs open, over the real server
// and the sandbox, each its own process. `--sample` is what npm test takes of it; `--seed 3 --from 57` goes back to a
// boundary that a line of the report names.

/** How much faster than believable: a job is done before it is first asked for, so that runs are alike. */
const SPEED = 1000

interface Sums {
  boundaries: number
  runs: number
  violations: number
}

async function main(): Promise<void> {
  const plan = planFrom(process.argv.slice(2))
  generateClient()
  buildApp()
  const film = openFilm()
  // Both come to their end, so that no process of theirs is left behind.
  const parts = await Promise.allSettled([sweepSeeds(film, plan.sweep), kill(film, plan.kills)])
  await film.close()
  const library = plan.library ? [killLibrary()] : []
  const sums = [...parts.map(sumsOf), ...library].reduce(add)
  say(`boundaries ${sums.boundaries}, runs ${sums.runs}, violations ${sums.violations}`)
  process.exitCode = sums.violations === 0 ? 0 : 1
}

async function sweepSeeds(film: Film, plan: Plan['sweep']): Promise<Sums> {
  const until = performance.now() + plan.within
  const lanes = await Promise.all(Array.from({ length: plan.lanes }, () => Lane.open(film, SPEED)))
  let sums: Sums = { boundaries: 0, runs: 0, violations: 0 }
  try {
    for (const seed of plan.seeds) {
      const started = performance.now()
      const report = ({ at, name, dataDir, violation }: Found) =>
        say(`  --seed ${seed} --from ${at} (${name}, ${dataDir}): ${toldOf(violation)}`)
      sums = add(sums, told(`seed ${seed}`, await sweep(lanes, { ...plan, seed, until, report }), started))
    }
    return sums
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()))
  }
}

async function kill(film: Film, plan: Plan['kills']): Promise<Sums> {
  if (plan.kills === 0) return { boundaries: 0, runs: 0, violations: 0 }
  const started = performance.now()
  const lane = await Lane.open(film, plan.speed)
  try {
    const { violations, kills, jobs, open } = await killAtRandom(lane, plan)
    for (const violation of violations) say(`  random kills: ${toldOf(violation)}`)
    const what = `random kills, ${jobs} jobs, ${open.join(' to ')} open`
    await lane.startAfresh(violations.length === 0 ? 'well' : 'wrong')
    return told(what, { boundaries: 0, runs: kills, violations: violations.length }, started)
  } finally {
    await lane.close()
  }
}

/** What the library does with files, in a process of its own: it reads the server's modules. */
function killLibrary(): Sums {
  const started = performance.now()
  const args = ['node_modules/tsx/dist/cli.mjs', '--conditions=react-server', 'tests/crash/library/run.ts']
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = stdout.trim().split('\n')
  const last = lines.pop() ?? ''
  for (const line of lines) say(line)
  return told('the library', sumsShape.parse(JSON.parse(last)), started)
}

const sumsShape = z.object({ boundaries: z.number(), runs: z.number(), violations: z.number() })

function told(what: string, sums: Sums, started: number): Sums {
  const seconds = Math.round((performance.now() - started) / 1000)
  say(`${what}: boundaries ${sums.boundaries}, runs ${sums.runs}, violations ${sums.violations} (${seconds} s)`)
  return sums
}

const add = (one: Sums, other: Sums): Sums => ({
  boundaries: one.boundaries + other.boundaries,
  runs: one.runs + other.runs,
  violations: one.violations + other.violations,
})

function sumsOf(part: PromiseSettledResult<Sums>): Sums {
  if (part.status === 'rejected') throw part.reason
  return part.value
}

await main()
