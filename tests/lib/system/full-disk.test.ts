import { afterAll, expect, test } from 'vitest'
import { submitTranscript } from '@/app/actions/transcripts'
import { GET as health } from '@/app/api/health/route'
import { GET as system } from '@/app/api/system/route'
import { studioDb } from '@/lib/db/client'
import { startStudio } from '@/lib/engine/studio'
import type { SystemView } from '@/lib/system/view'
import { startSandboxProcess } from '@/tests/support/app'
import { mountSmallDisk, NEEDS_MOUNT } from '@/tests/support/small-disk'
import { press, pricedIntent, smallestInput, untilState } from '@/tests/support/studio'

const MB = 1024 ** 2
const KEY = 'full-disk-88d0'
const disk = mountSmallDisk(580)
const sandbox = await startSandboxProcess({ key: KEY, speed: 1000 })
Object.assign(process.env, {
  VENICE_API_KEY: KEY,
  VENICE_API_BASE_URL: sandbox.url,
  SQUERO_DATA_DIR: disk?.path ?? sandbox.dir,
})

afterAll(async () => {
  await sandbox.kill()
  disk?.remove()
})

test.skipIf(!disk)(
  `promise 10: below the reserve nothing is bought, the studio says so, and goes on when there is room (${NEEDS_MOUNT})`,
  async () => {
    const studio = await startStudio()
    const db = await studioDb()
    const intent = await pricedIntent(await smallestInput('vetro-mini-text-to-video', 'No room'))
    const transcript = {
      id: crypto.randomUUID(),
      url: 'https://youtu.be/dQw4w9WgXcQ',
      timeZone: 'UTC',
      confirmed: true,
    }
    disk?.fillUpTo(511 * MB)

    const refusal = expect.stringMatching(/has 5\d\d MB left.*buys nothing below 512 MB.*Nothing was spent/)
    expect(await press(intent)).toEqual({ kind: 'refused', sentence: refusal })
    expect(await submitTranscript(transcript)).toEqual({ kind: 'refused', sentence: refusal })
    expect(await db.generation.count()).toBe(0)
    expect((await sandbox.control.requests()).filter(({ route }) => route === 'queue')).toEqual([])

    // It is ready all the same: it shows what it has, and receives what is paid for.
    const asked = await health()
    expect([asked.status, await asked.json()]).toEqual([
      200,
      { live: true, ready: true, reasons: [], warnings: [{ code: 'room', sentence: expect.any(String) }] },
    ])
    const view: SystemView = await (await system(new Request('http://127.0.0.1/api/system'))).json()
    expect(view.remarks[0]).toEqual({
      code: 'room',
      sentence: expect.stringMatching(/has 5\d\d MB left\. Nothing is bought below 512 MB: make room\./),
    })

    disk?.makeRoom()
    expect(await press(intent)).toMatchObject({ kind: 'accepted' })
    await untilState(intent.id, ['done'])
    expect((await (await health()).json()).warnings).toEqual([])
    await studio.stop()
  },
)
