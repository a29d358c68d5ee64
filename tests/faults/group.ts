import type { Violation } from '@/tests/faults/carry'
import type { Rig } from '@/tests/faults/rig'

/** Takes the sample that was asked for, or everything. */
export type Choose = <T>(items: readonly T[]) => T[]

/** How a group of cases came out. */
export interface Tally {
  /** Distinct cases. */
  boundaries: number
  runs: number
  violations: Violation[]
}

/** Cases that belong together. */
export interface Group {
  name: string
  run(rig: Rig, choose: Choose): Promise<Tally>
}
