import { afterAll, beforeAll, expect, it } from 'vitest'
import { readGeneration } from '@/lib/generations/read'
import { carryAll } from '@/tests/faults/carry'
import { chanceFrom } from '@/tests/faults/chance'
import { judgeAll } from '@/tests/faults/check'
import { aDayLater } from '@/tests/faults/never-again'
import { openRig, type Rig } from '@/tests/faults/rig'
import { UNCLEAR } from '@/tests/faults/unclear'

let rig: Rig

beforeAll(async () => {
  rig = await openRig(chanceFrom(2))
}, 60_000)
afterAll(() => rig.close())

// Fifty times each: npm run test:faults.
it('promise 2: whatever unclear answer comes to the paid request, it was sent once and its money is held', async () => {
  expect(await carryAll(rig, UNCLEAR)).toEqual([])
})

it('promise 2: the screen calls it Maybe charged, holds the money and says what the vendor said', async () => {
  const rows = await rig.db.generation.findMany({ where: { state: 'uncertain' } })
  const views = await Promise.all(rows.map((row) => readGeneration(row.id)))
  expect(views).toHaveLength(UNCLEAR.length)
  for (const view of views) {
    expect(view?.money).toMatchObject({ label: 'Held', microUsd: view?.quote.microUsd })
    expect(view?.problem?.sentence).toContain('never sent again by itself')
    expect(view?.problem?.said).toBeTruthy()
  }
})

it('promise 2: a day later nothing was sent again', async () => {
  expect(await aDayLater(rig)).toEqual([])
})

it('promise 2: the vendor’s books, the database and the folder agree in the end', () => {
  expect(judgeAll(rig)).toEqual([])
})
