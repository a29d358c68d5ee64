import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '@/lib/clock'
import { cancelGeneration } from '@/lib/generations/cancel'
import { recordIntent } from '@/lib/generations/record-intent'
import { readSpendNow } from '@/lib/generations/spend-now'
import { submitGeneration } from '@/lib/generations/submit'
import { findOffer } from '@/lib/models/server'
import { dayOf } from '@/lib/money/day'
import { capProject, createProject } from '@/lib/money/projects'
import { saveRules } from '@/lib/money/rules'
import { readTally } from '@/lib/money/tallies'
import { startSandboxProcess } from '@/tests/support/app'
import { openTestStudio, pricedIntent, smallestInput } from '@/tests/support/studio'

const MODEL = 'vetro-mini-text-to-video'
const NO_RULES = { dayCapMicroUsd: null, generationCapMicroUsd: null, askAboveMicroUsd: null, timeZone: 'UTC' }

let sandbox: Awaited<ReturnType<typeof startSandboxProcess>>
let studio: Awaited<ReturnType<typeof openTestStudio>>
const children: ChildProcess[] = []

beforeAll(async () => {
  sandbox = await startSandboxProcess({ key: 'caps-key-0123456789', speed: 500 })
  studio = await openTestStudio({ VENICE_API_KEY: 'caps-key-0123456789', VENICE_API_BASE_URL: sandbox.url })
})
beforeEach(() => saveRules(studio.db, studio.account.id, NO_RULES))
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await sandbox.kill()
})

const intentFor = async (prompt: string) => pricedIntent(await smallestInput(MODEL, prompt))
const today = () => dayOf(systemClock(), 'UTC')
const spentToday = () => readTally(studio.db, studio.account.id, 'day', today())
const setRules = (rules: Parameters<typeof saveRules>[2]) => saveRules(studio.db, studio.account.id, rules)

describe('promise 4: a cap', () => {
  it('of the day lets through what fits, to the micro-dollar, and says what is left', async () => {
    const first = await intentFor('fits exactly')
    await setRules({ dayCapMicroUsd: (await spentToday()) + first.quotedMicroUsd })
    expect(await submitGeneration(first)).toMatchObject({ kind: 'accepted' })
    const second = await intentFor('one too many')
    expect(await submitGeneration(second)).toMatchObject({ kind: 'cap', refusal: { cap: 'day', leftMicroUsd: 0 } })
    expect(await studio.db.generation.count({ where: { id: second.id } })).toBe(0)
    expect(await studio.db.ledgerEntry.count({ where: { generationId: second.id } })).toBe(0)

    await cancelGeneration(first.id)
    expect(await submitGeneration(second)).toMatchObject({ kind: 'accepted' })
    await cancelGeneration(second.id)
  })

  it('of a project that is deleted at that very moment: nothing is recorded', async () => {
    const intent = { ...(await intentFor('its project goes')), projectId: crypto.randomUUID() }
    const offer = await findOffer(MODEL)
    if (!offer) throw new Error(`The sandbox has no model ${MODEL}.`)
    const quote = { key: 'any', microUsd: intent.quotedMicroUsd, at: systemClock() }
    const purchase = { accountId: studio.account.id, intent, fromId: null, offer, quote, rules: NO_RULES }
    expect(await recordIntent(studio.db, purchase)).toBe('no-project')
    expect(await studio.db.generation.count({ where: { id: intent.id } })).toBe(0)
    expect(await submitGeneration(intent)).toMatchObject({ kind: 'refused' })
  })

  it('of one generation is its own', async () => {
    const intent = await intentFor('dear')
    await setRules({ generationCapMicroUsd: intent.quotedMicroUsd - 1 })
    expect(await submitGeneration(intent)).toMatchObject({ kind: 'cap', refusal: { cap: 'generation' } })
    await setRules({ generationCapMicroUsd: intent.quotedMicroUsd })
    expect(await submitGeneration(intent)).toMatchObject({ kind: 'accepted' })
    await cancelGeneration(intent.id)
  })

  it('of a project binds what is made for it and nothing else, and its refusal leaves the day’s sum alone', async () => {
    const project = await createProject(studio.db, studio.account.id, 'Lagoon film', new Date())
    const intent = { ...(await intentFor('for the film')), projectId: project.id }
    await capProject(studio.db, studio.account.id, project.id, intent.quotedMicroUsd - 1)
    const before = await spentToday()
    expect(await submitGeneration(intent)).toMatchObject({ kind: 'cap', refusal: { cap: 'project' } })
    expect(await spentToday()).toBe(before)
    expect(await submitGeneration({ ...intent, projectId: null })).toMatchObject({ kind: 'accepted' })
    await cancelGeneration(intent.id)
  })

  it('to be asked above asks once, and takes a yes', async () => {
    const intent = await intentFor('ask me')
    await setRules({ askAboveMicroUsd: intent.quotedMicroUsd - 1 })
    expect(await submitGeneration(intent)).toMatchObject({ kind: 'ask', microUsd: intent.quotedMicroUsd })
    expect(await submitGeneration({ ...intent, confirmed: true })).toMatchObject({ kind: 'accepted' })
    await cancelGeneration(intent.id)
  })

  it('holds when two processes press 50 times at once with money for 10: exactly 10 are sent', async () => {
    const { quotedMicroUsd } = await intentFor('the price of one')
    const before = (await sandbox.control.ledger()).length
    await setRules({ dayCapMicroUsd: (await spentToday()) + 10 * quotedMicroUsd })
    const pressers = await Promise.all([presser(25), presser(25)])
    const kinds = (await Promise.all(pressers.map((one) => one.press()))).flat()
    expect(kinds.filter((kind) => kind === 'accepted')).toHaveLength(10)
    expect(kinds.filter((kind) => kind === 'cap')).toHaveLength(40)
    await expect
      .poll(() => studio.db.generation.count({ where: { queueId: { not: null } } }), { timeout: 60_000, interval: 200 })
      .toBe(10)
    expect(await studio.db.generation.count({ where: { state: { in: ['waiting', 'submitting', 'uncertain'] } } })).toBe(
      0,
    )
    const requests = (await sandbox.control.requests()).filter(({ route }) => route === 'queue')
    expect(requests).toHaveLength(10)
    expect((await sandbox.control.ledger()).length - before).toBe(10)
    expect((await readSpendNow(studio.db, studio.account.id, systemClock())).dayLeftMicroUsd).toBe(0)
  })
})

async function presser(howMany: number) {
  const args = ['--conditions=react-server', '--import', 'tsx', 'tests/support/press-many.ts', MODEL, String(howMany)]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'], env: process.env })
  children.push(child)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async () => {
    for (;;) {
      const { value, done } = await lines.next()
      if (done) throw new Error('The other process ended.')
      // The log of that process is on the same stream.
      if (!String(value).startsWith('{')) return String(value)
    }
  }
  expect(await next()).toBe('ready')
  return {
    async press(): Promise<string[]> {
      child.stdin.write('go\n')
      return JSON.parse(await next())
    },
  }
}
