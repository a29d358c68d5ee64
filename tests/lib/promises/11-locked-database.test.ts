import { afterAll, beforeAll, expect, it } from 'vitest'
import { chanceFrom } from '@/tests/faults/chance'
import { judgeAll } from '@/tests/faults/check'
import { sendUnderLock } from '@/tests/faults/locked'
import { openRig, type Rig } from '@/tests/faults/rig'

let rig: Rig

beforeAll(async () => {
  rig = await openRig(chanceFrom(11))
}, 60_000)
afterAll(() => rig.close())

// Half a minute and more of them: npm run test:faults.
it.each([
  ['before the send', 1],
  ['before the send', 5],
  ['during the send', 1],
  ['during the send', 5],
] as const)('promise 11: a database locked %s for %i s delays it and loses nothing', async (moment, seconds) => {
  expect(await sendUnderLock(rig, moment, seconds, 5)).toEqual([])
  expect(judgeAll(rig)).toEqual([])
})
