import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findOffer } from '@/lib/models/server'
import { openTestStudio, press, pricedIntent, smallestInput, untilState } from '@/tests/support/studio'

const MODEL = 'lagoon-1-text-to-video'
const OTHER = 'campanile-2-4k-text-to-video'

let studio: Awaited<ReturnType<typeof openTestStudio>>

beforeAll(async () => {
  studio = await openTestStudio(400)
  await studio.start()
})
afterAll(() => studio.account.sandbox?.close())

/** Refuses the next request for the model as the API refuses a field it quoted: not charged, the field named. */
async function refuseAudio(model: string) {
  const issues = [{ code: 'unrecognized_keys', path: ['audio'], message: 'audio is not configurable for this model' }]
  const body = JSON.stringify({ error: 'Invalid request parameters', issues })
  const head = `HTTP/1.1 400 Bad Request\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close`
  const fault = { kind: 'raw', text: `${head}\r\n\r\n${body}`, when: 'before' }
  await studio.control.fault({ on: 'queue', fault, match: { model } })
}

const sends = async (prompt: string) =>
  (await studio.control.requests()).filter(
    ({ route, body }) => route === 'queue' && (body as { prompt?: string } | null)?.prompt === prompt,
  )
const linesOf = async (generationId: string) =>
  (await studio.db.ledgerEntry.findMany({ where: { generationId }, orderBy: { id: 'asc' } })).map(({ kind }) => kind)

describe('a field that Venice quotes and then refuses', () => {
  it('is left out, and the same request is sent once more and bought once', async () => {
    await refuseAudio(MODEL)
    const intent = await pricedIntent({ ...(await smallestInput(MODEL, 'Left out')), audio: true })
    expect((await press(intent)).kind).toBe('accepted')
    const view = await untilState(intent.id, ['done', 'rejected'])
    const bodies = (await sends('Left out')).map(({ body }) => body)
    expect(bodies).toHaveLength(2)
    expect(bodies[0]).toMatchObject({ audio: true })
    expect(bodies[1]).not.toHaveProperty('audio')
    expect(view.input.audio).toBeNull()
    expect(await linesOf(view.id)).toEqual(['reserve', 'charge'])
    expect((await studio.control.ledger()).filter(({ model }) => model === MODEL)).toHaveLength(1)
  })

  it('is not offered for that model any more', async () => {
    expect((await findOffer(MODEL))?.sound).toBe('always')
  })

  it('goes nowhere at a higher price: it is taken back and nothing is spent', async () => {
    await refuseAudio(OTHER)
    const intent = await pricedIntent({ ...(await smallestInput(OTHER, 'Dearer now')), audio: true })
    await studio.control.price(3)
    await press(intent)
    const view = await untilState(intent.id, ['cancelled', 'done'])
    await studio.control.price(1)
    expect([view.state, view.problem?.code, view.money.label]).toEqual(['cancelled', 'price-moved', 'Nothing spent'])
    expect(await sends('Dearer now')).toHaveLength(1)
    expect(await linesOf(view.id)).toEqual(['reserve', 'release'])
  })
})
