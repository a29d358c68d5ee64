import { afterAll, beforeAll, expect, it } from 'vitest'
import { carryAll } from '@/tests/faults/carry'
import { chanceFrom } from '@/tests/faults/chance'
import { judgeAll } from '@/tests/faults/check'
import { ENDLESS } from '@/tests/faults/endless'
import { MATRIX } from '@/tests/faults/matrix'
import { ODD_CASES } from '@/tests/faults/oddities'
import { PRICES } from '@/tests/faults/prices'
import { openRig, type Rig } from '@/tests/faults/rig'
import { STRANGE } from '@/tests/faults/strange'

// A sample of npm run test:faults, another one with another seed.
const chance = chanceFrom(3)
const some =
  (most: number) =>
  <T>(items: readonly T[]) =>
    chance.shuffled(items).slice(0, most)

let rig: Rig

beforeAll(async () => {
  rig = await openRig(chance)
}, 60_000)
afterAll(() => rig.close())

it.each(Object.entries(MATRIX))('promise 3: whatever answers %s, the job lands where it belongs', async (_, cases) => {
  expect(await carryAll(rig, some(12)(cases))).toEqual([])
})

it('promise 3: bytes that are no answer break no job', async () => {
  expect(await carryAll(rig, [...some(16)(ODD_CASES), ...some(16)(STRANGE)])).toEqual([])
})

it('promise 3: no answer makes up a price, or buys without one', async () => {
  expect((await PRICES.run(rig, some(8))).violations).toEqual([])
})

it('promise 3: a vendor that never comes to its senses ends nothing by that', async () => {
  expect((await ENDLESS.run(rig, some(10))).violations).toEqual([])
})

it('promise 3: the vendor’s books, the database and the folder agree in the end', () => {
  expect(judgeAll(rig)).toEqual([])
})
