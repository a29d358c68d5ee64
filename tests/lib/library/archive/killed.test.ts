import { afterAll, beforeAll, expect, test } from 'vitest'
import { studioAccount } from '@/lib/account'
import { prepareScene, type Scene } from '@/tests/crash/library/scene'
import { killAt, killThenFinish, missingWrites } from '@/tests/crash/library/sweep'
import { openTestLibrary } from '@/tests/support/library'

// A sample: every boundary of every verb is swept by npm run test:crash.

const library = openTestLibrary()
let scene: Scene

beforeAll(async () => {
  scene = await prepareScene(library.dataDir, (await studioAccount()).id)
})

afterAll(() => scene.remove())

test.each(['import', 'restore', 'delete'] as const)(
  'a studio that is killed in the middle of %s leaves nothing the doctor finds',
  async (verb) => {
    const whole = await killAt(scene, verb, 0)
    expect([whole.killed, whole.findings, missingWrites(verb, whole.boundaries)]).toEqual([false, [], []])
    const { length } = whole.boundaries
    for (const part of [0.4, 0.8]) {
      const at = Math.ceil(part * length)
      const { killed, findings } = await killAt(scene, verb, at)
      expect([at, killed, findings]).toEqual([at, true, []])
    }
  },
)

test('an import that was killed is done again, to the same end', async () => {
  const whole = await killThenFinish(scene, 'import', 0)
  expect(whole).toMatchObject({ findings: [], books: { generations: 3, microUsd: 2_100_000 } })
  expect(await killThenFinish(scene, 'import', 23)).toEqual(whole)
})
