import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET } from '@/app/api/generations/[id]/unclear/route'
import type { UnclearView } from '@/lib/generations/unclear-view'
import { bought, compare, type TestStudio } from '@/tests/support/history'
import { openTestStudio } from '@/tests/support/studio'

const MODEL = 'lagoon-1-text-to-video'

let studio: TestStudio
let stop: () => Promise<void>
let unclear: Awaited<ReturnType<typeof bought>>

beforeAll(async () => {
  studio = await openTestStudio()
  stop = (await studio.start()).stop
  await studio.control.set('usage', { delayMs: 0 })
  await studio.control.fault({ on: 'queue', fault: { kind: 'status-after', status: 502, body: 'html' } })
  unclear = await bought(MODEL, 'did it go through?', ['uncertain'])
})
afterAll(() => stop())

const ask = async (id: string, query = '') => {
  const url = `http://127.0.0.1/api/generations/${id}/unclear${query}`
  return GET(new Request(url), { params: Promise.resolve({ id }) })
}
const viewOf = async (query = ''): Promise<UnclearView> => (await ask(unclear.id, query)).json()

describe('what an unclear purchase is judged by', () => {
  it('is what was sent and what came back, before the history was ever read', async () => {
    const view = await viewOf()
    expect(view).toMatchObject({ state: 'uncertain', quoteMicroUsd: unclear.quoted, history: [], readAt: null })
    expect(view.model.id).toBe(MODEL)
    expect(view.attempts).toEqual([
      {
        number: 1,
        sentAt: unclear.generation.sentAt,
        answeredAt: expect.any(Number),
        outcome: 'unclear',
        status: 502,
        excerpt: expect.stringContaining('Bad gateway'),
        cause: expect.any(String),
      },
    ])
  })

  it('is what stands in the history around it, read anew when asked: what fits best comes first', async () => {
    const other = await bought('vetro-mini-text-to-video', 'of another model')
    await studio.control.set('usage', { stranger: { model: MODEL, usd: 9 } })
    await studio.control.set('usage', { stranger: { model: MODEL, usd: 9, agoMs: 3_600_000 } })
    const view = await viewOf('?fresh=1')
    expect(view.readAt).not.toBeNull()
    expect(view).toMatchObject({ readFarEnough: false, problem: null })
    const shown = view.history.map(({ amountMicro, sameModel, sameAmount }) => [amountMicro, sameModel, sameAmount])
    expect(shown).toEqual([
      [-unclear.quoted, true, true],
      [-9_000_000, true, false],
      [-other.quoted, false, false],
    ])
    expect(Math.abs(view.history[0]?.apartMs ?? Number.POSITIVE_INFINITY)).toBeLessThan(60_000)
    expect(view.history.map((entry) => entry.belongsTo)).toEqual([
      null,
      null,
      { id: other.id, prompt: 'of another model' },
    ])
  })

  it('says when it was read far enough, and why it can’t be read', async () => {
    await compare(studio, 15)
    expect(await viewOf()).toMatchObject({ readFarEnough: true, state: 'uncertain' })
    await studio.control.set('usage', { permitted: false })
    await compare(studio, 16)
    expect((await viewOf()).problem).toBe(
      'Venice does not let this key read the usage history. Charges stay as quoted.',
    )
  })

  it('is nothing where there is no such generation', async () => {
    expect((await ask('nobody')).status).toBe(404)
    expect((await ask('nobody', '?fresh=1')).status).toBe(404)
  })
})
