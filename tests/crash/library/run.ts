import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { studioAccount } from '@/lib/account'
import { say } from '@/lib/cli/prepare'
import { killLibraryAtRandom } from '@/tests/crash/library/random'
import { prepareScene, type Scene, VERBS, type Verb } from '@/tests/crash/library/scene'
import { killAt, missingWrites } from '@/tests/crash/library/sweep'

// A part of npm run test:crash, and npm run test:crash:library alone: SIGKILL at every boundary of what the library does
// with files, and at random while it does all of it. `-- --kills 200 --seed 1` sets the random part, `--random` leaves
// the sweep out. The last line is what the others add up.

const LANES = 2

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    random: { type: 'boolean', default: false },
  },
})

async function sweep(scene: Scene, verb: Verb) {
  const whole = await killAt(scene, verb, 0)
  const violations = [
    ...whole.findings,
    ...missingWrites(verb, whole.boundaries).map((kind) => `it never does ${kind}`),
  ]
  let next = 1
  let runs = 1
  const lane = async () => {
    while (next <= whole.boundaries.length) {
      const at = next++
      const { findings } = await killAt(scene, verb, at)
      runs += 1
      violations.push(...findings.map((what) => `at ${at} (${whole.boundaries[at - 1]}): ${what}`))
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  for (const violation of violations) say(`  ${verb}: ${violation}`)
  say(`${verb}: boundaries ${whole.boundaries.length}, runs ${runs}, violations ${violations.length}`)
  return { boundaries: whole.boundaries.length, runs, violations: violations.length }
}

async function kill(scene: Scene) {
  const within = Number.POSITIVE_INFINITY
  const { kills, cut, violations } = await killLibraryAtRandom(scene, {
    seed: Number(values.seed),
    kills: Number(values.kills),
    within,
  })
  for (const violation of violations) say(`  random kills: ${violation}`)
  const verbs = [...cut].sort().map(([verb, times]) => `${verb} ${times}`)
  say(`random kills: ${kills}, violations ${violations.length}; in the middle of ${verbs.join(', ')}`)
  return { boundaries: 0, runs: kills, violations: violations.length }
}

const dataDir = mkdtempSync(join(tmpdir(), 'squero-library-'))
process.env.SQUERO_DATA_DIR = dataDir
const scene = await prepareScene(dataDir, (await studioAccount()).id)
const sums = { boundaries: 0, runs: 0, violations: 0 }
const add = ({ boundaries, runs, violations }: typeof sums) => {
  sums.boundaries += boundaries
  sums.runs += runs
  sums.violations += violations
}
if (!values.random) for (const verb of VERBS) add(await sweep(scene, verb))
add(await kill(scene))
scene.remove()
rmSync(dataDir, { recursive: true, force: true })
say(JSON.stringify(sums))
process.exit(sums.violations === 0 ? 0 : 1)
