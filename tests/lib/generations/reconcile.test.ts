import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { LedgerEntry } from '@/lib/generated/prisma/client'
import { readGeneration } from '@/lib/generations/read'
import { resolveUncertain } from '@/lib/generations/resolve'
import { committed, standingOf } from '@/lib/money/standing'
import { booksOf, bought, compare, linesOf, type TestStudio, talliedOf } from '@/tests/support/history'
import { openTestStudio } from '@/tests/support/studio'

let studio: TestStudio
let stop: () => Promise<void>

beforeAll(async () => {
  studio = await openTestStudio()
  stop = (await studio.start()).stop
})
afterAll(() => stop())
afterEach(async () => {
  await studio.control.set('usage', { currency: 'USD', factor: 1, delayMs: 0, permitted: true, tellsRefunds: true })
  await studio.control.clearFaults()
})

const bill = (order: object) => studio.control.set('usage', order)
const moneyOf = async (id: string) => (await readGeneration(id))?.money

describe('a refusal that does not say what became of the money', () => {
  const refuse = (prompt: string, kind: 'status' | 'status-after') =>
    studio.control.fault({
      on: 'queue',
      fault: { kind, status: 422, body: 'right' },
      match: { promptIncludes: prompt },
    })

  it('was charged when the history shows its entry', async () => {
    await refuse('refused and charged', 'status-after')
    const { id, quoted, generation } = await bought('barena-1-text-to-video', 'refused and charged', ['rejected'])
    expect(generation.money).toMatchObject({ label: 'Unknown', refund: 'unknown' })
    await compare(studio, 2)
    const settled = await readGeneration(id)
    expect(settled?.money).toMatchObject({ label: 'Charged', microUsd: quoted, refund: 'no', asQuoted: false })
    expect(settled?.problem?.sentence).toContain('The usage history shows that it was charged.')
    expect((await linesOf(studio, id)).at(-1)).toEqual(['charge', quoted, 'history'])
  })

  it('stays unknown when the history shows nothing: that proves nothing', async () => {
    await refuse('refused for nothing', 'status')
    const { id } = await bought('barena-1-text-to-video', 'refused for nothing', ['rejected'])
    await compare(studio, 300)
    expect(await moneyOf(id)).toMatchObject({ label: 'Unknown', refund: 'unknown' })
  })

  it('was refunded when the provider refused and the history shows that the money came back', async () => {
    await bill({ tellsRefunds: false })
    const before = await talliedOf(studio)
    const { id, quoted, generation } = await bought('vetro-mini-text-to-video', 'provider-refuses-refunded', ['failed'])
    expect(generation.money).toMatchObject({ label: 'Charged', refund: 'unknown' })
    await compare(studio, 3)
    const settled = await readGeneration(id)
    expect(settled?.money).toMatchObject({ label: 'Nothing spent', refundedMicroUsd: quoted, refund: 'yes' })
    expect(settled?.problem?.sentence).toContain('The usage history shows that the money came back.')
    expect((await linesOf(studio, id)).slice(-2)).toEqual([
      ['charge', quoted, 'quote'],
      ['refund', quoted, 'history'],
    ])
    expect(await talliedOf(studio)).toBe(before)
    const roles = await studio.db.usageEntry.findMany({ where: { generationId: id }, orderBy: { role: 'asc' } })
    expect(roles.map((entry) => entry.role)).toEqual(['charge', 'refund'])
  })

  it('stays unknown when the provider refused and no money came back', async () => {
    await bill({ tellsRefunds: false })
    const { id, quoted } = await bought('vetro-mini-text-to-video', 'provider-refuses-kept', ['failed'])
    await compare(studio, 301)
    expect(await moneyOf(id)).toMatchObject({ label: 'Charged', microUsd: quoted, refund: 'unknown', asQuoted: false })
  })
})

describe('a charge booked as quoted', () => {
  it('is confirmed by its entry, which is kept as evidence and belongs to it alone', async () => {
    const { id, quoted, generation } = await bought('vetro-mini-text-to-video', 'confirmed')
    expect(generation.money).toMatchObject({ label: 'Charged', microUsd: quoted, asQuoted: true, billed: null })
    await compare(studio, 1)
    expect(await moneyOf(id)).toMatchObject({
      label: 'Charged',
      microUsd: quoted,
      asQuoted: false,
      billed: { amountMicro: quoted, currency: 'USD' },
    })
    expect(await linesOf(studio, id)).toEqual([
      ['reserve', quoted, 'press'],
      ['charge', quoted, 'quote'],
    ])
    const [entry] = await studio.db.usageEntry.findMany({ where: { generationId: id } })
    expect(entry).toMatchObject({ role: 'charge', sku: 'vetro-mini-text-to-video-video-unit' })
    expect(entry?.body).toMatchObject({ amount: -quoted / 1e6, notes: 'API Inference' })
  })

  it.each([
    ['up', 1.5],
    ['down', 0.5],
  ])('is corrected %s to what was billed, in ledger and tallies, once no other entry can come', async (_, factor) => {
    await bill({ factor })
    const before = await talliedOf(studio)
    const { id, quoted } = await bought('vetro-mini-text-to-video', `billed by ${factor}`)
    await compare(studio, 1)
    expect(await moneyOf(id)).toMatchObject({ microUsd: quoted, asQuoted: true })
    await compare(studio, 20)
    const billed = Math.round(quoted * factor)
    expect(await moneyOf(id)).toMatchObject({ label: 'Charged', microUsd: billed, asQuoted: false })
    expect((await linesOf(studio, id)).at(-1)).toEqual(['correction', billed - quoted, 'history'])
    expect((await talliedOf(studio)) - before).toBe(billed)
  })

  it.each(['DIEM', 'BUNDLED_CREDITS'])('is confirmed in %s as it was billed, never converted', async (currency) => {
    await bill({ currency })
    const { id, quoted } = await bought('vetro-mini-text-to-video', `paid in ${currency}`)
    await compare(studio, 20)
    const [entry] = await studio.db.usageEntry.findMany({ where: { generationId: id } })
    expect(await moneyOf(id)).toMatchObject({
      microUsd: quoted,
      asQuoted: false,
      billed: { amountMicro: -Number(entry?.amountMicro), currency },
    })
    expect(Number(entry?.amountMicro)).not.toBe(-quoted)
    expect((await linesOf(studio, id)).map(([kind]) => kind)).toEqual(['reserve', 'charge'])
  })

  it('stays as quoted, and says why, when the key may not read the history', async () => {
    await bill({ permitted: false })
    const { id } = await bought('vetro-mini-text-to-video', 'not permitted')
    await compare(studio, 21)
    expect(await moneyOf(id)).toMatchObject({ asQuoted: true })
    const reading = await studio.db.usageReading.findUniqueOrThrow({ where: { accountId: studio.account.id } })
    expect(reading.problem).toMatchObject({
      code: 'venice-not-permitted',
      sentence: 'Venice does not let this key read the usage history. Charges stay as quoted.',
    })
    await bill({ permitted: true })
    await compare(studio, 22)
    expect(await moneyOf(id)).toMatchObject({ asQuoted: false })
    const after = await studio.db.usageReading.findUniqueOrThrow({ where: { accountId: studio.account.id } })
    expect(after.problem).toBeNull()
  })
})

describe('identical jobs', () => {
  it('are confirmed together when each has an entry, since every way to pair them is the same money', async () => {
    const jobs = await Promise.all([1, 2, 3].map((n) => bought('vetro-mini-text-to-video', `twin ${n}`)))
    await compare(studio, 2)
    for (const { id } of jobs) expect(await moneyOf(id)).toMatchObject({ asQuoted: false })
    const entries = await studio.db.usageEntry.findMany({ where: { generationId: { in: jobs.map(({ id }) => id) } } })
    expect(entries).toHaveLength(3)
  })

  it('stay as quoted while they were billed differently and cannot be told apart', async () => {
    await bill({ factor: 1.25 })
    const first = await bought('lagoon-1-fast-text-to-video', 'billed more')
    await bill({ factor: 1.75 })
    const second = await bought('lagoon-1-fast-text-to-video', 'billed much more')
    await compare(studio, 20)
    expect(await moneyOf(first.id)).toMatchObject({ asQuoted: true, microUsd: first.quoted })
    expect(await moneyOf(second.id)).toMatchObject({ asQuoted: true, microUsd: second.quoted })
  })
})

describe('an unclear purchase', () => {
  it('is never settled by the history, only by the person; then its entry confirms it', async () => {
    const prompt = 'nobody knows'
    await studio.control.fault({ on: 'queue', fault: { kind: 'no-queue-id' }, match: { promptIncludes: prompt } })
    const { id, quoted } = await bought('lagoon-1-text-to-video', prompt, ['uncertain'])
    await compare(studio, 30)
    expect(await readGeneration(id)).toMatchObject({ state: 'uncertain', money: { label: 'Held', microUsd: quoted } })
    expect(await linesOf(studio, id)).toEqual([['reserve', quoted, 'press']])
    expect(await studio.db.usageEntry.count({ where: { generationId: id } })).toBe(0)

    expect(await resolveUncertain(id, 'charged')).toEqual({ ok: true })
    await compare(studio, 31)
    expect(await moneyOf(id)).toMatchObject({ label: 'Charged', microUsd: quoted, asQuoted: false })
  })
})

describe('the comparison', () => {
  it('is the same however often, and by however many at once, it is done', async () => {
    await bill({ factor: 1.1 })
    const { id, quoted } = await bought('vetro-mini-text-to-video', 'compared often')
    await Promise.all(Array.from({ length: 6 }, (_, n) => compare(studio, 40 + n)))
    await compare(studio, 50)
    const billed = Math.round(quoted * 1.1)
    expect(await linesOf(studio, id)).toEqual([
      ['reserve', quoted, 'press'],
      ['charge', quoted, 'quote'],
      ['correction', billed - quoted, 'history'],
    ])
    const sold = await studio.control.ledger()
    expect(await studio.db.usageEntry.count()).toBe(sold.length)
  })

  it('leaves every confirmed job with the money that the vendor’s own books have for it', async () => {
    const books = await booksOf(studio)
    const confirmed = await studio.db.generation.findMany({
      where: { queueId: { not: null }, usage: { some: { role: 'charge' } } },
      include: { ledger: { orderBy: { id: 'asc' } } },
    })
    const ours = confirmed.map((row) => [row.prompt, committed(standingOf(amountsOf(row.ledger)))])
    expect(ours).toEqual(confirmed.map((row) => [row.prompt, books.get(row.queueId ?? '')]))
    expect(ours.length).toBeGreaterThanOrEqual(9)
  })
})

const amountsOf = (ledger: LedgerEntry[]) => ledger.map(({ kind, microUsd }) => ({ kind, microUsd: Number(microUsd) }))
