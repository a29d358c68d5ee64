import { parseArgs } from 'node:util'
import { say } from '@/lib/cli/prepare'
import { systemClock } from '@/lib/clock'
import { type Chance, chanceFrom } from '@/tests/faults/chance'
import { judgeAll } from '@/tests/faults/check'
import { GROUPS } from '@/tests/faults/groups'
import { openRig } from '@/tests/faults/rig'

// npm run test:faults: what the vendor may answer, every call and every answer, judged from outside.
//   --seed 7      another order; the same seed is the same run
//   --sample 40   so many cases of each group instead of all
//   --only queue  groups whose name begins so

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    sample: { type: 'string' },
    only: { type: 'string', default: '' },
  },
})

async function main(): Promise<number> {
  const chance = chanceFrom(Number(values.seed))
  const rig = await openRig(chance)
  const total = { boundaries: 0, runs: 0, violations: 0 }
  try {
    for (const group of GROUPS.filter(({ name }) => name.startsWith(values.only))) {
      const start = systemClock()
      const { boundaries, runs, violations: found } = await group.run(rig, (items) => sampled(chance, items))
      const violations = [...found, ...judgeAll(rig)]
      for (const violation of violations) say(`  ${violation}`)
      const seconds = ((systemClock() - start) / 1000).toFixed(0)
      say(`${group.name}: boundaries ${boundaries}, runs ${runs}, violations ${violations.length} (${seconds} s)`)
      total.boundaries += boundaries
      total.runs += runs
      total.violations += violations.length
    }
  } finally {
    await rig.close()
  }
  say(`boundaries ${total.boundaries}, runs ${total.runs}, violations ${total.violations}`)
  return total.violations === 0 && total.runs > 0 ? 0 : 1
}

function sampled<T>(chance: Chance, items: readonly T[]): T[] {
  return values.sample === undefined ? [...items] : chance.shuffled(items).slice(0, Number(values.sample))
}

process.exitCode = await main()
