import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { studioVenice } from '@/lib/account-venice'
import { reconcileIfDue, startReconciling } from '@/lib/engine/reconcile'
import { readGeneration } from '@/lib/generations/read'
import { bought, type TestStudio } from '@/tests/support/history'
import { openTestStudio } from '@/tests/support/studio'

let studio: TestStudio
let stop: () => Promise<void>

beforeAll(async () => {
  studio = await openTestStudio()
  stop = (await studio.start()).stop
  await studio.control.set('usage', { delayMs: 0 })
})
afterAll(() => stop())

/** What it needs from outside, so many minutes from now. */
const works = async (minutes: number) => ({
  accountId: studio.account.id,
  db: studio.db,
  venice: await studioVenice(),
  now: () => Date.now() + minutes * 60_000,
})

const look = async (minutes: number, atStart = false) =>
  reconcileIfDue({ ...(await works(minutes)), signal: new AbortController().signal }, { atStart })

const readings = async () => (await studio.control.requests()).filter(({ route }) => route === 'usage').length

async function untilConfirmed(id: string) {
  for (let tries = 0; tries < 400; tries++) {
    const generation = await readGeneration(id)
    if (generation && !generation.money.asQuoted) return generation
    await sleep(50)
  }
  throw new Error(`${id} was not confirmed.`)
}

describe('the comparison in the background', () => {
  it('asks nothing while nothing waits for it', async () => {
    await look(0)
    expect(await readings()).toBe(0)
  })

  it('confirms what was bought a while ago, then asks no more', async () => {
    const { id } = await bought('vetro-mini-text-to-video', 'confirmed in the background')
    const background = startReconciling(await works(2))
    expect((await untilConfirmed(id)).money.billed?.currency).toBe('USD')
    await background.stop()
    const asked = await readings()
    await look(20)
    expect(await readings()).toBe(asked)
  })

  it('asks rarely for what it may not read, and anew when it is started', async () => {
    await studio.control.set('usage', { permitted: false })
    const { id } = await bought('vetro-mini-text-to-video', 'not permitted')
    await look(30)
    expect((await readGeneration(id))?.money.asQuoted).toBe(true)
    const asked = await readings()
    await studio.control.set('usage', { permitted: true })
    await look(60)
    expect(await readings()).toBe(asked)
    await look(60, true)
    expect(await readings()).toBe(asked + 1)
    expect((await readGeneration(id))?.money.asQuoted).toBe(false)
  })
})
