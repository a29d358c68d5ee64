import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { begin, endFaults, untilSettled } from '@/tests/faults/carry'
import { BODY_MODEL, DONE, type FaultCase, LINK_MODEL } from '@/tests/faults/case'
import { chanceFrom } from '@/tests/faults/chance'
import { type Deed, judgeAll, lookInto } from '@/tests/faults/check'
import { openRig, type Rig } from '@/tests/faults/rig'

const HOUR = 3_600_000
const THREE_YEARS = 3 * 365 * 24 * HOUR

let rig: Rig

beforeAll(async () => {
  rig = await openRig(chanceFrom(12))
}, 60_000)
afterAll(() => rig.close())

const sound = { modelId: BODY_MODEL, strikes: 1, expected: DONE }
const busy = { kind: 'status', status: 503 }

/** A job in every place where a clock is looked at. */
const EVERYWHERE: FaultCase[] = [
  { ...sound, name: 'on its way to the vendor', on: 'queue', fault: { kind: 'delay', ms: 1500 } },
  { ...sound, name: 'told to wait', on: 'queue', fault: { ...busy, status: 429 }, expected: { ...DONE, sends: 2 } },
  { ...sound, name: 'unclear', on: 'queue', fault: { kind: 'no-queue-id' }, expected: { ...DONE, state: 'uncertain' } },
  { ...sound, name: 'asked for', on: 'retrieve', fault: busy, strikes: 3 },
  { ...sound, name: 'not found', on: 'retrieve', fault: { ...busy, status: 404 }, strikes: 2 },
  { ...sound, name: 'behind a link', on: 'download', fault: busy, modelId: LINK_MODEL },
  { ...sound, name: 'safe here, not yet cleared there', on: 'complete', fault: busy, strikes: 3 },
]

it.each([
  ['an hour ahead', HOUR],
  ['an hour back', -HOUR],
  ['three years ahead', THREE_YEARS],
  ['three years back', -THREE_YEARS],
])('promise 12: the clock jumps %s: nothing ends by it, and nothing is sent twice', async (_, jump) => {
  const deeds: Deed[] = []
  for (const one of EVERYWHERE) deeds.push(await begin(rig, one))
  const where = { id: { in: deeds.map(({ id }) => id) }, state: { not: 'waiting' as const } }
  while ((await rig.db.generation.count({ where })) < EVERYWHERE.length - 1) await sleep(10)
  rig.clock.leap(jump)
  await untilSettled(rig, deeds)
  await endFaults(rig, deeds)
  expect(await lookInto(rig, deeds)).toEqual([])
  expect(judgeAll(rig)).toEqual([])
})
