import { setTimeout as sleep } from 'node:timers/promises'
import { ACTIVE_STATES, type GenerationState } from '@/lib/generations/state'
import { ANSWERS, type Answer, isSound, nameOf } from '@/tests/faults/answers'
import { begin, endFaults, isMoving, untilSettled, type Violation } from '@/tests/faults/carry'
import { BODY_MODEL, type Call, DONE, type FaultCase, LINK_MODEL, type Outcome } from '@/tests/faults/case'
import { type Deed, lookInto } from '@/tests/faults/check'
import type { Group } from '@/tests/faults/group'
import type { Rig } from '@/tests/faults/rig'

const HOUR = 60 * 60_000
const FOR_GOOD = 100_000

interface EndlessCase extends FaultCase {
  /** Where the job stands while the vendor goes on like this. */
  meanwhile: GenerationState
  hours: number
}

/** A vendor that never comes to its senses: time alone ends nothing, and when it does come the job gets on. */
export const ENDLESS: Group = {
  name: 'for good',
  async run(rig, choose) {
    const cases = choose([...GOING_ON, ...A_DAY])
    const violations: Violation[] = []
    for (const hours of new Set(cases.map((one) => one.hours))) {
      violations.push(
        ...(await endure(
          rig,
          cases.filter((one) => one.hours === hours),
          hours,
        )),
      )
    }
    return { boundaries: cases.length, runs: cases.length, violations }
  },
}

async function endure(rig: Rig, cases: readonly EndlessCase[], hours: number): Promise<Violation[]> {
  const start = rig.clock.now()
  const deeds: (Deed & { case: EndlessCase })[] = []
  for (const one of cases) deeds.push({ ...(await begin(rig, one)), case: one })
  while (rig.clock.now() - start < hours * HOUR && (await isMoving(rig, deeds))) await sleep(20)
  // What ends by itself may be in the middle of a silence that no clock can be put ahead in.
  await untilSettled(
    rig,
    deeds.filter((deed) => isEnd(deed.case.meanwhile)),
  )
  await untilStruck(rig, deeds)
  const violations: Violation[] = []
  for (const { id, case: one } of deeds) {
    const { state, note } = await rig.db.generation.findUniqueOrThrow({ where: { id } })
    if (state !== one.meanwhile) violations.push(`${one.name}: is ${state} after ${hours} h, not ${one.meanwhile}`)
    if (state === 'processing' && note === null) violations.push(`${one.name}: says nothing of it`)
  }
  await endFaults(rig, deeds)
  await untilSettled(rig, deeds)
  return [...violations, ...(await lookInto(rig, deeds))]
}

/** The first silence may outlast an hour of a clock that leaps: what it leaves is waited for, a minute at most. */
async function untilStruck(rig: Rig, deeds: readonly Deed[]): Promise<void> {
  const where = { id: { in: deeds.map(({ id }) => id) }, state: 'processing' as const, failures: 0 }
  for (let tries = 0; tries < 1200 && (await rig.db.generation.count({ where })) > 0; tries++) await sleep(50)
}

const isEnd = (state: GenerationState) => !(ACTIVE_STATES as readonly GenerationState[]).includes(state)

const isGone = (answer: Answer) => answer.kind === 'status' && [404, 410].includes(answer.status)

const answers = ANSWERS.filter((answer) => !isSound(answer) && (answer.kind !== 'status' || answer.body === 'right'))

const GOING_ON: EndlessCase[] = [
  ...casesOf('retrieve', BODY_MODEL, 'processing', afterRetrieve),
  ...casesOf('complete', BODY_MODEL, 'stored', (answer) =>
    isGone(answer) ? { ...DONE, remote: 'said to be gone' } : DONE,
  ),
  ...casesOf('download', LINK_MODEL, 'quarantined', (answer) => ({
    ...DONE,
    state: isGone(answer) ? 'lost' : 'quarantined',
  })),
]

const A_DAY: EndlessCase[] = GOING_ON.filter(({ name }) =>
  ['retrieve 500 right for good', 'retrieve reset before for good'].includes(name),
).map((one) => ({ ...one, name: `${one.name} for a day`, hours: 24 }))

function casesOf(on: Call, modelId: string, meanwhile: GenerationState, outcome: (answer: Answer) => Outcome) {
  return answers.map((answer) => {
    const expected = outcome(answer)
    return {
      name: `${on} ${nameOf(answer)} for good`,
      on,
      modelId,
      fault: { ...answer },
      strikes: FOR_GOOD,
      expected,
      meanwhile: expected.state === 'done' && expected.remote === 'deleted' ? meanwhile : expected.state,
      hours: 1,
    }
  })
}

function afterRetrieve(answer: Answer): Outcome {
  if (isGone(answer)) return { ...DONE, state: 'lost' }
  const refused = answer.kind === 'status' && answer.status === 422 && answer.body === 'right'
  return refused ? { ...DONE, state: 'failed' } : DONE
}
