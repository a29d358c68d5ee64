import { afterAll, beforeAll, expect, test } from 'vitest'
import { studioAccount } from '@/lib/account'
import { killLibraryAtRandom } from '@/tests/crash/library/random'
import { prepareScene, type Scene } from '@/tests/crash/library/scene'
import { killAt, killThenFinish, missingWrites } from '@/tests/crash/library/sweep'
import { openTestLibrary } from '@/tests/support/library'

// A sample: every boundary of every verb, and 200 random kills, are npm run test:crash:library.

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

test('a studio that is killed at random while it does all of it leaves nothing the doctor finds', async () => {
  const { kills, cut, violations } = await killLibraryAtRandom(scene, { seed: 3, kills: 6, within: 20_000 })
  const verbs = [...cut].map(([verb, times]) => `${verb} ${times}`)
  process.stdout.write(`kills ${kills} (in the middle of ${verbs.join(', ')}), violations ${violations.length}\n`)
  expect(violations).toEqual([])
  expect(kills).toBeGreaterThan(0)
})

test('an import that was killed is done again, to the same end', async () => {
  const whole = await killThenFinish(scene, 'import', 0)
  expect(whole).toMatchObject({ findings: [], books: { generations: 6, microUsd: 4_200_000 } })
  expect(await killThenFinish(scene, 'import', 23)).toEqual(whole)
})
