import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cancelGeneration } from '@/lib/generations/cancel'
import { deleteGeneration } from '@/lib/generations/delete'
import { intentSchema, submitGeneration } from '@/lib/generations/submit'
import type { Intent } from '@/lib/generations/view'
import { saveRules } from '@/lib/money/rules'
import { writeGeneration } from '@/tests/support/generation-row'
import { openTestStudio, pricedIntent, smallestInput } from '@/tests/support/studio'

const MODEL = 'vetro-mini-text-to-video'
const NO_RULES = { dayCapMicroUsd: null, generationCapMicroUsd: null, askAboveMicroUsd: null, timeZone: 'UTC' }

let studio: Awaited<ReturnType<typeof openTestStudio>>

beforeAll(async () => {
  studio = await openTestStudio()
})
afterAll(() => studio.db.$disconnect())

const intentFor = async (prompt: string): Promise<Intent> => pricedIntent(await smallestInput(MODEL, prompt))
const fromOf = async (id: string) => (await studio.db.generation.findUniqueOrThrow({ where: { id } })).fromId

/** One that is over, so that it can be made again from. */
async function earlier(prompt: string): Promise<string> {
  const intent = await intentFor(prompt)
  expect(await submitGeneration(intent)).toMatchObject({ kind: 'accepted' })
  await cancelGeneration(intent.id)
  return intent.id
}

describe('a generation made from an earlier one', () => {
  it('keeps which one that was', async () => {
    const fromId = await earlier('the first take')
    const again = { ...(await intentFor('the first take')), fromId }
    expect(await submitGeneration(again)).toMatchObject({ kind: 'accepted' })
    expect(await fromOf(again.id)).toBe(fromId)
    await cancelGeneration(again.id)
  })

  it('keeps it after that one was deleted', async () => {
    const fromId = await earlier('deleted by then')
    expect(await deleteGeneration(fromId)).toEqual({ ok: true })
    const again = { ...(await intentFor('deleted by then')), fromId }
    await submitGeneration(again)
    expect(await fromOf(again.id)).toBe(fromId)
    await cancelGeneration(again.id)
  })

  it('keeps nothing where none was named', async () => {
    expect(await fromOf(await earlier('from nothing'))).toBeNull()
  })

  it('never names one that is not there, of another account, not a clip’s, or itself', async () => {
    const elsewhere = crypto.randomUUID()
    await writeGeneration({ id: elsewhere, state: 'done' })
    const words = await earlier('words, not a clip')
    await studio.db.generation.update({ where: { id: words }, data: { kind: 'transcript' } })
    for (const fromId of [crypto.randomUUID(), elsewhere, words]) {
      const intent = { ...(await intentFor(`from ${fromId}`)), fromId }
      expect(await submitGeneration(intent)).toMatchObject({ kind: 'accepted' })
      expect(await fromOf(intent.id)).toBeNull()
      await cancelGeneration(intent.id)
    }
    const own = await intentFor('from itself')
    await submitGeneration({ ...own, fromId: own.id })
    expect(await fromOf(own.id)).toBeNull()
    await cancelGeneration(own.id)
  })
})

describe('buying from an earlier generation is buying', () => {
  it('the same press is one job, whatever it says the second time that it is from', async () => {
    const [first, second] = [await earlier('one'), await earlier('other')]
    const intent = await intentFor('pressed twice')
    const results = await Promise.all([
      submitGeneration({ ...intent, fromId: first }),
      submitGeneration({ ...intent, fromId: first }),
    ])
    expect(results.map(({ kind }) => kind)).toEqual(['accepted', 'accepted'])
    expect(await submitGeneration({ ...intent, fromId: second })).toMatchObject({ kind: 'accepted' })
    expect(await fromOf(intent.id)).toBe(first)
    expect(await studio.db.ledgerEntry.count({ where: { generationId: intent.id } })).toBe(1)
    await cancelGeneration(intent.id)
  })

  it('at another price it asks, and records nothing', async () => {
    const intent = { ...(await intentFor('moved')), fromId: await earlier('moved') }
    const moved = await submitGeneration({ ...intent, quotedMicroUsd: intent.quotedMicroUsd - 1 })
    expect(moved).toMatchObject({ kind: 'moved' })
    expect(await studio.db.generation.count({ where: { id: intent.id } })).toBe(0)
  })

  it('a cap refuses it, and the amount to be asked above asks', async () => {
    const intent = { ...(await intentFor('capped')), fromId: await earlier('capped') }
    const { db, account } = studio
    await saveRules(db, account.id, { ...NO_RULES, generationCapMicroUsd: intent.quotedMicroUsd - 1 })
    expect(await submitGeneration(intent)).toMatchObject({ kind: 'cap', refusal: { cap: 'generation' } })
    await saveRules(db, account.id, { ...NO_RULES, askAboveMicroUsd: intent.quotedMicroUsd - 1 })
    expect(await submitGeneration(intent)).toMatchObject({ kind: 'ask' })
    await saveRules(db, account.id, NO_RULES)
    expect(await db.generation.count({ where: { id: intent.id } })).toBe(0)
  })

  it('an input that does not fit is refused as ever', async () => {
    const intent = await intentFor('fits')
    const fromId = await earlier('fits')
    const result = await submitGeneration({ ...intent, fromId, input: { ...intent.input, prompt: ' ' } })
    expect(result).toMatchObject({ kind: 'invalid', fields: { prompt: 'Write a prompt.' } })
  })
})

describe('what the form may send', () => {
  it('names an earlier generation by its id, or none', async () => {
    const intent = await intentFor('parsed')
    const fromId = crypto.randomUUID()
    expect(intentSchema.parse(intent)).toEqual(intent)
    expect(intentSchema.parse({ ...intent, fromId })).toEqual({ ...intent, fromId })
  })

  it.each([
    ['a word', { fromId: 'the one before' }],
    ['a number', { fromId: 7 }],
    ['null', { fromId: null }],
    ['a list', { fromId: [crypto.randomUUID()] }],
    ['something else besides', { from: crypto.randomUUID() }],
  ])('is unreadable with %s', async (_, extra) => {
    const intent = await intentFor('unreadable')
    expect(intentSchema.safeParse({ ...intent, ...extra }).success).toBe(false)
  })
})
