import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as library from '@/app/actions/library'
import { checkLibrary } from '@/lib/library/check'
import { libraryState } from '@/tests/support/library-state'
import { writeMany } from '@/tests/support/many-generations'
import { openTestStudio } from '@/tests/support/studio'

let studio: Awaited<ReturnType<typeof openTestStudio>>

beforeAll(async () => {
  studio = await openTestStudio()
  writeMany(studio.dataDir, studio.account.id, 30, Date.parse('2026-11-20T15:00:00Z'))
}, 60_000)
afterAll(() => studio.db.$disconnect())

const ACTIONS = Object.entries(library)

const strange = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withTypedArray: true }),
  fc.constantFrom('\ud800', '\0', 'x'.repeat(30_000), '__proto__', '', -1, 0.5, Number.NaN, 2 ** 53, null, undefined),
  fc.constantFrom([], ['not-a-uuid'], [[]], Array(1001).fill(crypto.randomUUID()), [null], { length: 1 }),
)

/** Right in its shape, and about nothing that is there. */
const nobody = fc.constantFrom(
  crypto.randomUUID(),
  [crypto.randomUUID()],
  [{ verb: 'move', ids: [crypto.randomUUID()], projectId: crypto.randomUUID() }],
)

it('promise 15: no argument of a library action is an error of ours, and none of what is unreadable changes anything', async () => {
  const before = await libraryState(studio.db)
  const argument = fc.oneof({ weight: 5, arbitrary: strange }, { weight: 1, arbitrary: nobody })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...ACTIONS), argument, argument, argument, async ([name, act], ...args) => {
      const result = await Reflect.apply(act, undefined, args)
      expect([name, typeof result.ok]).toEqual([name, 'boolean'])
      if (!result.ok) expect(result.sentence).toMatch(/^[A-Z].*\.$/)
    }),
    { numRuns: 600, seed: 15 },
  )
  expect(await libraryState(studio.db)).toEqual(before)
  expect(await checkLibrary(studio.db)).toEqual([])
})
