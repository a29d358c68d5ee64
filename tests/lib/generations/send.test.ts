import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { studioVenice } from '@/lib/account-venice'
import { systemClock } from '@/lib/clock'
import { createBudget } from '@/lib/engine/budget'
import { mediaFolder } from '@/lib/generations/media-folder'
import { sendGeneration } from '@/lib/generations/send'
import { submitGeneration } from '@/lib/generations/submit'
import { openMediaFolder } from '@/lib/media/folder'
import { mountSmallDisk, NEEDS_MOUNT } from '@/tests/support/small-disk'
import { openTestStudio, pricedIntent, smallestInput } from '@/tests/support/studio'

const disk = mountSmallDisk(72)
let studio: Awaited<ReturnType<typeof openTestStudio>>

beforeAll(async () => {
  studio = await openTestStudio(400)
})
afterAll(async () => {
  disk?.remove()
  await studio.account.sandbox?.close()
})

describe.runIf(disk)(`promise 10: the disk fills up while a generation waits (${NEEDS_MOUNT})`, () => {
  it('is not sent until there is room, and says why', async () => {
    const intent = await pricedIntent(await smallestInput('vetro-mini-text-to-video', 'waits for room'))
    expect(await submitGeneration(intent)).toMatchObject({ kind: 'accepted' })
    await sendOn(await openMediaFolder(disk?.path ?? ''))
    const waiting = await rowOf()
    expect([waiting.state, waiting.note]).toEqual(['waiting', expect.objectContaining({ code: 'disk' })])
    expect(await studio.db.attempt.count({ where: { generationId: intent.id } })).toBe(0)
    expect(await studio.control.ledger()).toEqual([])

    await sendOn(await mediaFolder())
    expect((await rowOf()).state).toBe('processing')
    expect(await studio.control.ledger()).toHaveLength(1)

    function rowOf() {
      return studio.db.generation.findUniqueOrThrow({ where: { id: intent.id } })
    }

    async function sendOn(folder: Awaited<ReturnType<typeof mediaFolder>>) {
      const budget = createBudget(studio.db, studio.account.id)
      const signal = new AbortController().signal
      const works = { db: studio.db, venice: await studioVenice(), folder, now: systemClock, budget, signal }
      await sendGeneration(works, await rowOf())
    }
  })
})
