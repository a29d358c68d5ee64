import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { studioVenice } from '@/lib/account-venice'
import { systemClock } from '@/lib/clock'
import { createBudget } from '@/lib/engine/budget'
import { advanceGeneration } from '@/lib/generations/advance'
import { mediaFolder } from '@/lib/generations/media-folder'
import { receiveAgain } from '@/lib/generations/receive-again'
import type { MediaAnswer } from '@/lib/venice/answers'
import type { Venice } from '@/lib/venice/client'
import { openTestStudio, smallestInput } from '@/tests/support/studio'

let studio: Awaited<ReturnType<typeof openTestStudio>>

beforeAll(async () => {
  studio = await openTestStudio(400)
})
afterAll(() => studio.account.sandbox?.close())

/** Moves a receiving job on, each time it is due, for eight steps or until it is settled. */
async function walk(link: string, patch: Partial<Venice> = {}) {
  const id = crypto.randomUUID()
  let now = systemClock()
  const date = new Date(now)
  const input = { ...(await smallestInput('barena-1-text-to-video', 'walked')) }
  await studio.db.generation.create({
    data: {
      ...{
        id,
        accountId: studio.account.id,
        state: 'receiving',
        modelId: 'm',
        modelName: 'm',
        prompt: 'walked',
        input,
      },
      ...{ request: {}, quoteMicroUsd: 1n, quotedAt: date, quoteInputs: {}, dueAt: date, createdAt: date },
      ...{ queueId: 'q', downloadUrl: link, day: '2026-11-24', position: 0n },
    },
  })
  const venice = { ...(await studioVenice()), ...patch }
  const folder = await mediaFolder()
  const signal = new AbortController().signal
  const budget = createBudget()
  for (let step = 0; step < 8; step++) {
    const row = await studio.db.generation.findUniqueOrThrow({ where: { id } })
    if (row.state !== 'receiving') return row
    now = Math.max(now, row.dueAt.getTime()) + 1
    await advanceGeneration({ db: studio.db, venice, folder, budget, now: () => now, signal }, row)
  }
  return studio.db.generation.findUniqueOrThrow({ where: { id } })
}

describe('a download link', () => {
  it.each([
    ['nobody listens', 'http://127.0.0.1:9/x.mp4'],
    ['its name can’t be resolved', 'https://no-such-host.invalid/x.mp4'],
    ['its address is a private one', 'https://10.0.0.1/x.mp4'],
  ])('is not given up, and none of its few fetches is spent, while %s', async (_name, link) => {
    const row = await walk(link)
    expect([row.state, row.downloadGets]).toEqual(['receiving', 0])
    expect(row.note).not.toBeNull()
  })

  it('that breaks off four times is not fetched a fifth time, and what came is kept', async () => {
    let fetched = 0
    const download = async (): Promise<MediaAnswer> => {
      fetched += 1
      const body = (async function* () {
        yield new Uint8Array(300_000)
        throw new Error('reset')
      })()
      return { kind: 'media', media: { body, contentType: null, length: 400_000, cancel: () => {} } }
    }
    const row = await walk('https://media.example/x.mp4', { download })
    expect([row.state, fetched]).toEqual(['quarantined', 4])
    expect(readdirSync(join(studio.dataDir, 'media/quarantine'))).toContain(`${row.id}.received`)
    expect(await receiveAgain(row.id)).toMatchObject({ ok: false })
  })
})
