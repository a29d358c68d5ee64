import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cancelGeneration } from '@/lib/generations/cancel'
import { resolveUncertain } from '@/lib/generations/resolve'
import { openTestStudio, press, pricedIntent, smallestInput, untilState } from '@/tests/support/studio'

const MODEL = 'vetro-mini-text-to-video'

let studio: Awaited<ReturnType<typeof openTestStudio>>
let stop: () => Promise<void>

beforeAll(async () => {
  studio = await openTestStudio()
  stop = (await studio.start()).stop
})
afterAll(() => stop())

const intentFor = async (prompt: string) => pricedIntent(await smallestInput(MODEL, prompt))

const sendsOf = async (prompt: string) =>
  (await studio.control.requests()).filter(
    ({ route, body }) => route === 'queue' && JSON.stringify(body).includes(prompt),
  ).length

const ledgerOf = async (id: string) =>
  (await studio.db.ledgerEntry.findMany({ where: { generationId: id }, orderBy: { id: 'asc' } })).map(
    (line) => line.kind,
  )

describe('a press of Generate', () => {
  it('promise 5: is one job however often it arrives', async () => {
    const intent = await intentFor('pressed twenty times')
    const results = await Promise.all(Array.from({ length: 20 }, () => press(intent)))
    expect(results.map((result) => result.kind)).toEqual(Array.from({ length: 20 }, () => 'accepted'))
    await untilState(intent.id, ['done'])
    expect(await sendsOf('pressed twenty times')).toBe(1)
    expect(await ledgerOf(intent.id)).toEqual(['reserve', 'charge'])
  })

  it('asks again when the price is not the one on the button, and records nothing', async () => {
    const intent = await intentFor('at another price')
    const result = await press({ ...intent, quotedMicroUsd: intent.quotedMicroUsd - 1 })
    expect(result).toMatchObject({ kind: 'moved', quote: { microUsd: intent.quotedMicroUsd } })
    expect(await studio.db.generation.count({ where: { id: intent.id } })).toBe(0)
  })

  it('names the field that does not fit, and records nothing', async () => {
    const intent = await intentFor('fits')
    const result = await press({ ...intent, input: { ...intent.input, prompt: '   ' } })
    expect(result).toMatchObject({ kind: 'invalid', fields: { prompt: 'Write a prompt.' } })
    expect(await studio.db.generation.count({ where: { id: intent.id } })).toBe(0)
  })
})

describe('an unclear answer to the paid request', () => {
  it.each([
    ['a reset before anything was done', { kind: 'reset', when: 'before' }],
    ['a reset after the charge', { kind: 'reset', when: 'after' }],
    ['a 500', { kind: 'status', status: 500, body: 'right' }],
    ['an HTML 502 after the charge', { kind: 'status-after', status: 502, body: 'html' }],
    ['cut JSON', { kind: 'status-after', status: 200, body: 'cut-json' }],
    ['200 without a queue id', { kind: 'no-queue-id' }],
  ])('is never sent again by itself: %s', async (name, fault) => {
    const intent = await intentFor(name)
    await studio.control.fault({ on: 'queue', fault, match: { promptIncludes: name } })
    await press(intent)
    const generation = await untilState(intent.id, ['uncertain', 'done', 'rejected', 'processing'])
    expect(generation.state).toBe('uncertain')
    expect(generation.money).toMatchObject({ label: 'Held', microUsd: intent.quotedMicroUsd })
    expect(await ledgerOf(intent.id)).toEqual(['reserve'])
    expect(await sendsOf(name)).toBe(1)
  })

  it('is settled only by the person: charged stands in the ledger, not charged releases', async () => {
    const settle = async (name: string, verdict: 'charged' | 'not-charged') => {
      const intent = await intentFor(name)
      await studio.control.fault({ on: 'queue', fault: { kind: 'no-queue-id' }, match: { promptIncludes: name } })
      await press(intent)
      await untilState(intent.id, ['uncertain'])
      expect(await resolveUncertain(intent.id, verdict)).toEqual({ ok: true })
      return [(await untilState(intent.id, ['lost', 'rejected'])).state, await ledgerOf(intent.id)]
    }
    expect(await settle('I was charged', 'charged')).toEqual(['lost', ['reserve', 'charge']])
    expect(await settle('I was not charged', 'not-charged')).toEqual(['rejected', ['reserve', 'release']])
  })
})

describe('an answer that proves that nothing was bought', () => {
  it('releases the reserve and says what to do', async () => {
    const intent = await intentFor('refused for its prompt')
    await studio.control.fault({ on: 'queue', fault: { kind: 'status', status: 402, body: 'right' } })
    await press(intent)
    const generation = await untilState(intent.id, ['rejected'])
    expect(generation.money).toMatchObject({ label: 'Nothing spent', microUsd: null })
    expect(generation.problem?.sentence).toContain('Nothing was spent')
    expect(await ledgerOf(intent.id)).toEqual(['reserve', 'release'])
  })

  it('waits its turn on a 429, can be cancelled at no cost meanwhile, and is not sent after that', async () => {
    const intent = await intentFor('one too many')
    await studio.control.fault({
      on: 'queue',
      fault: { kind: 'status', status: 429, body: 'right' },
      match: { promptIncludes: 'one too many' },
    })
    await press(intent)
    const waiting = await untilNoted(intent.id)
    expect(waiting.state).toBe('waiting')
    expect(await cancelGeneration(intent.id)).toEqual({ ok: true })
    expect(await ledgerOf(intent.id)).toEqual(['reserve', 'release'])
    expect(await sendsOf('one too many')).toBe(1)
  })
})

async function untilNoted(id: string) {
  for (let tries = 0; tries < 200; tries++) {
    const generation = await untilState(id, ['waiting', 'submitting'])
    if (generation.note) return generation
    await sleep(20)
  }
  throw new Error('The 429 left no note.')
}
