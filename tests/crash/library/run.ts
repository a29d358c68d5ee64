import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { studioAccount } from '@/lib/account'
import { say } from '@/lib/cli/prepare'
import { prepareScene, type Scene, VERBS, type Verb } from '@/tests/crash/library/scene'
import { killAt, missingWrites } from '@/tests/crash/library/sweep'

// A part of npm run test:crash: SIGKILL at every boundary of what the library does with files. Alone:
// npx tsx --conditions=react-server tests/crash/library/run.ts; its last line is what the others add up.

const LANES = 2

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

const dataDir = mkdtempSync(join(tmpdir(), 'squero-library-'))
process.env.SQUERO_DATA_DIR = dataDir
const scene = await prepareScene(dataDir, (await studioAccount()).id)
const sums = { boundaries: 0, runs: 0, violations: 0 }
for (const verb of VERBS) {
  const { boundaries, runs, violations } = await sweep(scene, verb)
  sums.boundaries += boundaries
  sums.runs += runs
  sums.violations += violations
}
scene.remove()
rmSync(dataDir, { recursive: true, force: true })
say(JSON.stringify(sums))
process.exit(sums.violations === 0 ? 0 : 1)
