import { carryAll } from '@/tests/faults/carry'
import type { FaultCase } from '@/tests/faults/case'
import { ENDLESS } from '@/tests/faults/endless'
import type { Group } from '@/tests/faults/group'
import { LOCKED } from '@/tests/faults/locked'
import { MATRIX } from '@/tests/faults/matrix'
import { aDayLater } from '@/tests/faults/never-again'
import { ODD_CASES } from '@/tests/faults/oddities'
import { PRICES } from '@/tests/faults/prices'
import { STRANGE } from '@/tests/faults/strange'
import { UNCLEAR } from '@/tests/faults/unclear'

/** Each unclear answer is given so often (promise 2). */
const TIMES = 50

/** All that `npm run test:faults` runs, in this order. */
export const GROUPS: Group[] = [
  carried('unclear', UNCLEAR, TIMES),
  PRICES,
  ...Object.entries(MATRIX).map(([name, cases]) => carried(name, cases, 1)),
  carried('odd', ODD_CASES, 1),
  carried('strange', STRANGE, 1),
  ENDLESS,
  LOCKED,
]

function carried(name: string, cases: readonly FaultCase[], times: number): Group {
  return {
    name,
    async run(rig, choose) {
      const chosen = choose(cases)
      const runs = Array.from({ length: times }, () => chosen).flat()
      const violations = [...(await carryAll(rig, runs)), ...(await aDayLater(rig))]
      return { boundaries: chosen.length, runs: runs.length, violations }
    },
  }
}
