import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deleteGeneration } from '@/lib/generations/delete'
import { EVERYTHING } from '@/lib/library/library-query'
import { readLibrary } from '@/lib/library/page'
import { openTestStudio, press, pricedIntent, smallestInput, untilState } from '@/tests/support/studio'

let studio: Awaited<ReturnType<typeof openTestStudio>>
let stop: () => Promise<void>

beforeAll(async () => {
  studio = await openTestStudio()
  stop = (await studio.start()).stop
})
afterAll(() => stop())

const generate = async (modelId: string, prompt: string) => {
  const intent = await pricedIntent(await smallestInput(modelId, prompt))
  const result = await press(intent)
  expect(result.kind).toBe('accepted')
  return intent
}

describe('a generation from quote to library', () => {
  it.each([
    ['lagoon-1-fast-text-to-video', 'in the body of the answer'],
    ['barena-1-text-to-video', 'behind a link'],
  ])('arrives whole when %s gives its clip %s, for exactly the quoted price', async (modelId) => {
    const intent = await generate(modelId, `A gondola at dawn, ${modelId}`)
    const generation = await untilState(intent.id, ['done'])

    const charges = (await studio.control.ledger()).filter((line) => line.queueId === generation.queueId)
    expect(charges.map((line) => [line.kind, line.microUsd])).toEqual([['charge', intent.quotedMicroUsd]])
    expect(generation.quote.microUsd).toBe(intent.quotedMicroUsd)
    expect(generation.money).toMatchObject({ label: 'Charged', microUsd: intent.quotedMicroUsd })
    const entries = await studio.db.ledgerEntry.findMany({ where: { generationId: intent.id }, orderBy: { id: 'asc' } })
    expect(entries.map((entry) => [entry.kind, Number(entry.microUsd)])).toEqual([
      ['reserve', intent.quotedMicroUsd],
      ['charge', intent.quotedMicroUsd],
    ])
    expect(generation.clip).toMatchObject({ durationMs: Number.parseInt(intent.input.duration, 10) * 1000 })
  })

  it('clears the copy at the vendor only after ours is committed', async () => {
    const intent = await generate('barena-1-text-to-video', 'The order of things')
    const generation = await untilState(intent.id, ['done'])
    const row = await studio.db.generation.findUniqueOrThrow({ where: { id: intent.id } })
    expect(row.downloadUrl).toBeNull()
    expect(row.remoteDeletedAt?.getTime()).toBeGreaterThanOrEqual(generation.storedAt ?? Number.POSITIVE_INFINITY)
  })

  it('lists it in the library, and leaves a tombstone when it is deleted', async () => {
    const intent = await generate('vetro-mini-text-to-video', 'To be deleted')
    await untilState(intent.id, ['done'])
    const idsOf = async () => (await readLibrary(EVERYTHING, null)).items.map((generation) => generation.id)
    expect(await idsOf()).toContain(intent.id)
    expect(await deleteGeneration(intent.id)).toEqual({ ok: true })
    expect(await idsOf()).not.toContain(intent.id)
    const kept = await studio.db.generation.findUniqueOrThrow({ where: { id: intent.id }, include: { ledger: true } })
    expect(kept.deletedAt).not.toBeNull()
    expect(kept.ledger).toHaveLength(2)
  })
})
