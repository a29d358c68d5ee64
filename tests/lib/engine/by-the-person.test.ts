import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '@/lib/clock'
import { wakeEngine } from '@/lib/engine/studio'
import { askAgain } from '@/lib/generations/ask-again'
import { cancelGeneration } from '@/lib/generations/cancel'
import { confirmConsent } from '@/lib/generations/consent'
import { deleteGeneration } from '@/lib/generations/delete'
import { giveUp } from '@/lib/generations/give-up'
import { moveInLine, pauseSending, resumeSending } from '@/lib/generations/line'
import { resolveUncertain } from '@/lib/generations/resolve'
import type { GenerationView } from '@/lib/generations/view'
import { dayOf } from '@/lib/money/day'
import { saveRules } from '@/lib/money/rules'
import { standingOf } from '@/lib/money/standing'
import { readTally } from '@/lib/money/tallies'
import { openTestStudio, press, pricedIntent, smallestInput, untilState } from '@/tests/support/studio'

const MODEL = 'vetro-mini-text-to-video'
const LINKED = 'barena-1-text-to-video'
const MINUTE = 60_000

let studio: Awaited<ReturnType<typeof openTestStudio>>
let stop: () => Promise<void>

beforeAll(async () => {
  studio = await openTestStudio()
  stop = (await studio.start()).stop
})
beforeEach(() => studio.control.forgetLimits())
afterEach(() => studio.control.clearFaults())
afterAll(() => stop())

const order = (prompt: string, on: string, fault: object, times = 1) =>
  studio.control.fault({ on, fault, times, match: { promptIncludes: prompt } })

const pressFor = async (prompt: string, model = MODEL) => {
  const intent = await pricedIntent(await smallestInput(model, prompt))
  expect((await press(intent)).kind).toBe('accepted')
  return intent
}

const sendsOf = async (prompt: string) =>
  (await studio.control.requests()).filter(
    ({ route, body }) => route === 'queue' && JSON.stringify(body).includes(prompt),
  )

const linesOf = async (id: string) =>
  (await studio.db.ledgerEntry.findMany({ where: { generationId: id }, orderBy: { id: 'asc' } })).map(
    ({ kind, microUsd }) => ({ kind, microUsd: Number(microUsd) }),
  )

const kindsOf = async (id: string) => (await linesOf(id)).map(({ kind }) => kind)

describe('a consent that Venice asks for', () => {
  const consent = { kind: 'status', status: 409, body: 'right' }

  it('given, sends the same request again with it, once, and keeps who was asked what and when', async () => {
    const prompt = 'a face that agrees'
    await order(prompt, 'queue', consent)
    const { id, quotedMicroUsd } = await pressFor(prompt)
    const asking = await untilState(id, ['awaiting_consent'])
    expect(asking.consent).toMatchObject({ version: '2026-07-01', roles: ['image'], confirmedAt: null })
    expect(asking.consent?.policyText).toContain('screened before processing')
    expect(asking.money.label).toBe('Nothing spent')

    expect(await confirmConsent(id)).toEqual({ ok: true })
    wakeEngine()
    const done = await untilState(id, ['done'])
    expect(done.consent?.confirmedAt).toEqual(expect.any(Number))
    const [first, second] = (await sendsOf(prompt)).map(({ body }) => body as Record<string, unknown>)
    const consents = {
      seedance: {
        confirmed_terms_and_privacy: true,
        confirmed_legal_right: true,
        confirmed_screening_acknowledged: true,
      },
    }
    expect(second).toEqual({ ...first, consents })
    expect(await sendsOf(prompt)).toHaveLength(2)
    expect(await kindsOf(id)).toEqual(['reserve', 'release', 'reserve', 'charge'])
    expect(done.money).toMatchObject({ label: 'Charged', microUsd: quotedMicroUsd })
  })

  it('declined, costs nothing and sends nothing', async () => {
    const prompt = 'a face that declines'
    await order(prompt, 'queue', consent)
    const { id } = await pressFor(prompt)
    await untilState(id, ['awaiting_consent'])
    expect(await cancelGeneration(id)).toEqual({ ok: true })
    expect((await untilState(id, ['cancelled'])).money.label).toBe('Nothing spent')
    expect(await sendsOf(prompt)).toHaveLength(1)
    expect(await confirmConsent(id)).toMatchObject({ ok: false })
  })

  it('is bound by the caps like a press', async () => {
    const prompt = 'a face under a cap'
    await order(prompt, 'queue', consent)
    const { id } = await pressFor(prompt)
    await untilState(id, ['awaiting_consent'])
    await saveRules(studio.db, studio.account.id, { dayCapMicroUsd: 1 })
    expect(await confirmConsent(id)).toMatchObject({ ok: false, sentence: expect.stringContaining('Cap for today') })
    await saveRules(studio.db, studio.account.id, { dayCapMicroUsd: null })
    expect(await kindsOf(id)).toEqual(['reserve', 'release'])
    expect(await sendsOf(prompt)).toHaveLength(1)
  })
})

describe('what waits', () => {
  const paused = async (prompt: string) => {
    await pauseSending()
    return pressFor(prompt)
  }

  it('is not sent while sending is paused, and goes in the order it was given', async () => {
    const ids = []
    for (const at of [1, 2, 3]) ids.push((await paused(`in line ${at}`)).id)
    const [first = '', , third = ''] = ids
    expect(await moveInLine(third, 'first')).toEqual({ ok: true })
    expect(await moveInLine(first, 'last')).toEqual({ ok: true })
    expect((await untilState(first, ['waiting'])).state).toBe('waiting')
    expect(await sendsOf('in line')).toHaveLength(0)
    await resumeSending()
    wakeEngine()
    for (const id of ids) await untilState(id, ['done'])
    const rows = await studio.db.generation.findMany({ where: { id: { in: ids } }, orderBy: { sentAt: 'asc' } })
    expect(rows.map((row) => row.prompt)).toEqual(['in line 3', 'in line 2', 'in line 1'])
  })

  it('for a quarter of an hour is priced again: lower is reserved anew and charged so', async () => {
    const { id, quotedMicroUsd } = await paused('cheaper by now')
    await agePrice(id)
    await studio.control.price(0.5)
    await resumeSending()
    wakeEngine()
    const done = await untilState(id, ['done'])
    await studio.control.price(1)
    const lower = done.quote.microUsd
    expect(lower).toBeLessThan(quotedMicroUsd)
    expect(await linesOf(id)).toEqual([
      { kind: 'reserve', microUsd: quotedMicroUsd },
      { kind: 'release', microUsd: quotedMicroUsd },
      { kind: 'reserve', microUsd: lower },
      { kind: 'charge', microUsd: lower },
    ])
    const charged = (await studio.control.ledger()).find((line) => line.queueId === done.queueId)
    expect(charged?.microUsd).toBe(lower)
  })

  it('and has become dearer is taken back unsent: nobody pays a price that was not on the button', async () => {
    const { id } = await paused('dearer by now')
    await agePrice(id)
    await studio.control.price(2)
    await resumeSending()
    wakeEngine()
    const taken = await untilState(id, ['cancelled', 'done'])
    await studio.control.price(1)
    expect([taken.state, taken.problem?.code, taken.money.label]).toEqual(['cancelled', 'price-moved', 'Nothing spent'])
    expect(await sendsOf('dearer by now')).toHaveLength(0)
  })

  const agePrice = (id: string) =>
    studio.db.generation.update({ where: { id }, data: { quotedAt: new Date(systemClock() - 16 * MINUTE) } })
})

describe('a paid job that does not come', () => {
  it('given up, keeps its charge; asked for again, it still arrives', async () => {
    const prompt = 'given up too early'
    await order(prompt, 'retrieve', { kind: 'status', status: 500, body: 'html' }, 50)
    const { id, quotedMicroUsd } = await pressFor(prompt)
    await untilState(id, ['processing'])
    expect(await giveUp(id)).toEqual({ ok: true })
    const given = await untilState(id, ['failed'])
    expect(given.money).toMatchObject({ label: 'Charged', microUsd: quotedMicroUsd })
    expect(given.problem?.sentence).toContain('the charge stands')

    await studio.control.clearFaults()
    expect(await askAgain(id)).toEqual({ ok: true })
    wakeEngine()
    await untilState(id, ['done'])
    expect(await sendsOf(prompt)).toHaveLength(1)
    expect(await kindsOf(id)).toEqual(['reserve', 'charge'])
  })

  it('lost for good can’t be asked for when it never had an id', async () => {
    const prompt = 'charged without an id'
    await order(prompt, 'queue', { kind: 'no-queue-id' })
    const { id } = await pressFor(prompt)
    await untilState(id, ['uncertain'])
    await resolveUncertain(id, 'charged')
    expect(await askAgain(id)).toMatchObject({ ok: false, sentence: expect.stringContaining('no id') })
  })

  it.each([MODEL, LINKED])('refused by its provider tells the refund and no more (%s)', async (model) => {
    const prompt = `refused after all ${model}`
    await order(prompt, 'retrieve', { kind: 'status', status: 422, body: 'right' })
    const { id, quotedMicroUsd } = await pressFor(prompt, model)
    const failed = await untilState(id, ['failed'])
    expect(failed.money).toMatchObject({ label: 'Charged', microUsd: quotedMicroUsd, refund: 'no' })
  })
})

describe('a refusal that does not say whether it was charged', () => {
  const refuse = async (prompt: string) => {
    await order(prompt, 'queue', { kind: 'status', status: 422, body: 'right' })
    const { id, quotedMicroUsd } = await pressFor(prompt)
    return { id, quotedMicroUsd, view: await untilState(id, ['rejected']) }
  }
  const moneyOf = ({ money }: GenerationView) => [money.label, money.microUsd]

  it('is Unknown, counts against the cap, and is settled by the person either way', async () => {
    const before = await spentToday()
    const one = await refuse('unknown, then charged')
    expect(moneyOf(one.view)).toEqual(['Unknown', null])
    expect(await spentToday()).toBe(before + one.quotedMicroUsd)
    expect(await deleteGeneration(one.id)).toMatchObject({ ok: false, sentence: expect.stringContaining('settle') })
    expect(await resolveUncertain(one.id, 'charged')).toEqual({ ok: true })
    expect(moneyOf(await untilState(one.id, ['rejected']))).toEqual(['Charged', one.quotedMicroUsd])

    const other = await refuse('unknown, then free')
    expect(await resolveUncertain(other.id, 'not-charged')).toEqual({ ok: true })
    expect(moneyOf(await untilState(other.id, ['rejected']))).toEqual(['Nothing spent', null])
    expect(await resolveUncertain(other.id, 'charged')).toMatchObject({ ok: false })
    expect(await deleteGeneration(other.id)).toEqual({ ok: true })
    expect(await spentToday()).toBe(before + one.quotedMicroUsd)
  })
})

it('a plain refusal can be deleted', async () => {
  await order('refused and deleted', 'queue', { kind: 'status', status: 402, body: 'right' })
  const { id } = await pressFor('refused and deleted')
  await untilState(id, ['rejected'])
  expect(await deleteGeneration(id)).toEqual({ ok: true })
})

it('the ledger, played again, gives every tally', async () => {
  const generations = await studio.db.generation.findMany({ include: { ledger: { orderBy: { id: 'asc' } } } })
  const byDay = new Map<string, number>()
  for (const { day, ledger } of generations) {
    const lines = ledger.map(({ kind, microUsd }) => ({ kind, microUsd: Number(microUsd) }))
    const { held, charged, refunded } = standingOf(lines)
    byDay.set(day, (byDay.get(day) ?? 0) + held + charged - refunded)
  }
  expect(generations.length).toBeGreaterThan(10)
  for (const [day, sum] of byDay) expect(await readTally(studio.db, studio.account.id, 'day', day)).toBe(sum)
})

const spentToday = () => readTally(studio.db, studio.account.id, 'day', dayOf(systemClock(), null))
