import { setTimeout as sleep } from 'node:timers/promises'
import { log } from '@/lib/log'
import { TIMEOUTS } from '@/lib/venice/timeouts'
import { begin, endFaults, untilSettled, type Violation } from '@/tests/faults/carry'
import { BODY_MODEL, DONE, type FaultCase } from '@/tests/faults/case'
import { type Deed, lookInto } from '@/tests/faults/check'
import type { Group } from '@/tests/faults/group'
import type { Rig } from '@/tests/faults/rig'
import { holdWriteLock } from '@/tests/support/hold-write-lock'

/** Where the lock falls. */
export type Moment = 'before the send' | 'during the send'

/** The vendor takes this long, ms: time enough to lock the database while the request is on its way. */
const ANSWERS_AFTER = 1500
/** At once in a run. */
const JOBS = 5

/**
 * Another process holds the write lock around the send of a few jobs: all of them are bought once and recorded.
 * The client has its patience of production: a lock must not use that up.
 */
export async function sendUnderLock(rig: Rig, moment: Moment, seconds: number, jobs: number): Promise<Violation[]> {
  const cases = Array.from({ length: jobs }, () => caseOf(moment, seconds))
  await rig.stopEngine()
  const deeds: Deed[] = []
  for (const one of cases) deeds.push(await begin(rig, one))
  if (moment === 'during the send') await startAndSend(rig, deeds)
  const { released } = await holdWriteLock(rig.dataDir, seconds * 1000)
  if (moment === 'before the send') rig.startEngine(TIMEOUTS)
  await released
  await untilSettled(rig, deeds)
  await endFaults(rig, deeds)
  return lookInto(rig, deeds)
}

/** Promise 11, whole. */
export const LOCKED: Group = {
  name: 'locked',
  async run(rig, choose) {
    const moments = (['before the send', 'during the send'] as const).flatMap((moment) =>
      [1, 5, 30].map((seconds) => ({ moment, seconds })),
    )
    const chosen = choose(moments)
    const violations: Violation[] = []
    // That the database can't be written is said again and again, and is no news here.
    const { level } = log
    log.level = 'fatal'
    for (const { moment, seconds } of chosen) violations.push(...(await sendUnderLock(rig, moment, seconds, JOBS)))
    log.level = level
    await rig.stopEngine()
    rig.startEngine()
    return { boundaries: chosen.length, runs: chosen.length * JOBS, violations }
  },
}

function caseOf(moment: Moment, seconds: number): FaultCase {
  return {
    name: `a lock of ${seconds} s ${moment}`,
    on: 'queue',
    modelId: BODY_MODEL,
    fault: { kind: 'delay', ms: ANSWERS_AFTER },
    strikes: 1,
    expected: DONE,
  }
}

async function startAndSend(rig: Rig, deeds: readonly Deed[]): Promise<void> {
  rig.startEngine(TIMEOUTS)
  const where = { id: { in: deeds.map(({ id }) => id) }, state: 'waiting' as const }
  while ((await rig.db.generation.count({ where })) > 0) await sleep(5)
}
