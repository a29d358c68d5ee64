import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { studioVenice } from '@/lib/account-venice'
import { systemClock } from '@/lib/clock'
import { createBudget } from '@/lib/engine/budget'
import { claimDue } from '@/lib/engine/claim'
import { startEngine } from '@/lib/engine/engine'
import { mediaFolder } from '@/lib/generations/media-folder'
import { resolveUncertain } from '@/lib/generations/resolve'
import { submitGeneration } from '@/lib/generations/submit'
import type { RateBudget } from '@/lib/generations/works'
import { openTestStudio, pricedIntent, smallestInput, untilState } from '@/tests/support/studio'

const HOUR = 3_600_000

let studio: Awaited<ReturnType<typeof openTestStudio>>

beforeAll(async () => {
  studio = await openTestStudio(400)
})
afterAll(() => studio.account.sandbox?.close())

const record = async (prompt: string) => {
  const intent = await pricedIntent(await smallestInput('vetro-mini-text-to-video', prompt))
  expect(await submitGeneration(intent)).toMatchObject({ kind: 'accepted' })
  return intent.id
}

const engineAt = async (now: () => number) =>
  startEngine({
    accountId: studio.account.id,
    owner: randomUUID(),
    db: studio.db,
    venice: await studioVenice(),
    folder: await mediaFolder(),
    budget: createBudget(studio.db, studio.account.id),
    now,
  })

/** A key that was never used. */
const newAccount = async () => {
  const id = randomUUID()
  const createdAt = new Date(systemClock())
  await studio.db.account.create({ data: { id, baseUrl: id, keyFingerprint: id, sandbox: true, createdAt } })
  return id
}

describe('while the paid request is on its way', () => {
  it('the clock jumps an hour: the engine does not take its own send for an abandoned one', async () => {
    let jump = 0
    await studio.control.fault({ on: 'queue', fault: { kind: 'delay', ms: 1500 } })
    const id = await record('over an hour')
    const engine = await engineAt(() => systemClock() + jump)
    await untilState(id, ['submitting'])
    jump = HOUR
    engine.wake()
    await untilState(id, ['done'])
    await engine.stop()
    expect(await studio.control.ledger()).toHaveLength(1)
  })

  it('another engine marks it unclear: the answer settles that when it comes', async () => {
    await studio.control.fault({ on: 'queue', fault: { kind: 'delay', ms: 2500 } })
    const id = await record('settled by its answer')
    const sender = await engineAt(systemClock)
    await untilState(id, ['submitting'])
    const other = await engineAt(() => systemClock() + HOUR)
    await untilState(id, ['uncertain'])
    await other.stop()
    const { queueId } = await untilState(id, ['processing', 'receiving', 'stored', 'done'])
    await sender.stop()
    expect(queueId).not.toBeNull()
    const lines = await studio.db.ledgerEntry.findMany({ where: { generationId: id }, orderBy: { id: 'asc' } })
    expect(lines.map((line) => line.kind)).toEqual(['reserve', 'charge'])
  })

  it.each([
    ['not-charged', ['reserve', 'release', 'charge']],
    ['charged', ['reserve', 'charge']],
  ] as const)(
    'it was marked unclear and the person said %s: the answer still brings the clip',
    async (verdict, kinds) => {
      await studio.control.fault({ on: 'queue', fault: { kind: 'delay', ms: 2500 } })
      const id = await record(`said to be ${verdict}`)
      const sender = await engineAt(systemClock)
      await untilState(id, ['submitting'])
      const other = await engineAt(() => systemClock() + HOUR)
      await untilState(id, ['uncertain'])
      await other.stop()
      expect(await resolveUncertain(id, verdict)).toEqual({ ok: true })
      const { problem, money } = await untilState(id, ['processing', 'receiving', 'stored', 'done'])
      await sender.stop()
      expect([problem, money.label]).toEqual([null, 'Charged'])
      const lines = await studio.db.ledgerEntry.findMany({ where: { generationId: id }, orderBy: { id: 'asc' } })
      expect(lines.map((line) => line.kind)).toEqual(kinds)
    },
  )
})

describe('a clock that was set back', () => {
  it('does not strand a job that was put off while it was ahead', async () => {
    const id = await record('put off for three years')
    const now = systemClock()
    await studio.db.generation.update({
      where: { id },
      data: { dueAt: new Date(now + 26_280 * HOUR), leaseOwner: 'x', leaseUntil: new Date(now + 26_280 * HOUR) },
    })
    const claimed = await claimDue({ db: studio.db, accountId: studio.account.id, owner: 'me' }, now, 50)
    expect(claimed.map((row) => row.id)).toContain(id)
  })

  it('does not keep the sends shut', async () => {
    const budget = createBudget(studio.db, await newAccount())
    const now = systemClock()
    await budget.answered('queue', { failed: false, rate: null, closedUntil: now + 20_000 }, now)
    expect(await budget.take('queue', now)).toBe(now + 20_000)
    expect(await budget.take('queue', now - 26_280 * HOUR)).toBe(0)
  })
})

describe('the vendor’s patience', () => {
  it('after eighteen failures in half a minute nothing is asked until they are past', async () => {
    const budget = createBudget(studio.db, await newAccount())
    for (let second = 0; second < 18; second++) await budget.failed(second * 1000)
    expect(await budget.take('retrieve', 20_000)).toBe(30_000)
    expect(await budget.take('queue', 20_000)).toBe(30_000)
    expect(await budget.take('queue', 30_001)).toBe(0)
  })

  it('what is on its way may fail too, here and in a second process, and counts as if it did', async () => {
    const accountId = await newAccount()
    const budgets = [createBudget(studio.db, accountId), createBudget(studio.db, accountId)]
    await budgets[0]?.failed(0)
    const answers = await Promise.all(
      budgets.flatMap((budget) => Array.from({ length: 30 }, () => budget.take('queue', 1000))),
    )
    expect(1 + answers.filter((at) => at === 0).length).toBe(19)
  })

  it('takes no more than the calls of a minute, over a restart too', async () => {
    const accountId = await newAccount()
    const first = createBudget(studio.db, accountId)
    const second = createBudget(studio.db, accountId)
    const taken = async (budget: RateBudget, now: number) => {
      const at = await budget.take('queue', now)
      if (at === 0) await budget.answered('queue', { failed: false, rate: null, closedUntil: null }, now)
      return at === 0
    }
    const sends = []
    for (let send = 0; send < 100; send++) sends.push(await taken(send < 20 ? first : second, send * 10))
    expect(sends.filter(Boolean)).toHaveLength(39)
  })
})

it('sixty open jobs and a vendor in trouble: the key is not brought near its block', async () => {
  await studio.control.fault({
    on: 'retrieve',
    fault: { kind: 'status', status: 503, body: 'right' },
    times: 500,
  })
  const open = await record('in trouble')
  const row = await studio.db.generation.findUniqueOrThrow({ where: { id: open } })
  await studio.db.generation.createMany({
    data: Array.from({ length: 60 }, () => ({
      ...row,
      id: randomUUID(),
      state: 'processing' as const,
      queueId: randomUUID(),
      acceptedAt: new Date(systemClock()),
      input: { ...JSON.parse(JSON.stringify(row.input)) },
      request: {},
      quoteInputs: {},
      note: undefined,
      problem: undefined,
      consent: undefined,
      partial: undefined,
    })),
  })
  const before = (await studio.control.requests()).filter((request) => request.status === 503).length
  const engine = await engineAt(systemClock)
  await sleep(6000)
  await engine.stop()
  const failures = (await studio.control.requests()).filter((request) => request.status === 503).length - before
  expect(failures).toBeGreaterThan(0)
  expect(failures).toBeLessThanOrEqual(20)
})
