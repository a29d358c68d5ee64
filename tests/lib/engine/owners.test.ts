import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { studioVenice } from '@/lib/account-venice'
import { systemClock } from '@/lib/clock'
import { createBudget } from '@/lib/engine/budget'
import { claimDue, claimSend, LEASE, listSends, renewLease } from '@/lib/engine/claim'
import { type Engine, startEngine } from '@/lib/engine/engine'
import { mediaFolder } from '@/lib/generations/media-folder'
import { submitGeneration } from '@/lib/generations/submit'
import { openTestStudio, pricedIntent, smallestInput, untilState } from '@/tests/support/studio'

const MODEL = 'vetro-mini-text-to-video'

let studio: Awaited<ReturnType<typeof openTestStudio>>

beforeAll(async () => {
  studio = await openTestStudio(400)
})
afterAll(() => studio.account.sandbox?.close())

const record = async (prompt: string) => {
  const intent = await pricedIntent(await smallestInput(MODEL, prompt))
  expect(await submitGeneration(intent)).toMatchObject({ kind: 'accepted' })
  return intent.id
}

const engineOf = async (accountId: string): Promise<Engine> =>
  startEngine({
    accountId,
    owner: randomUUID(),
    db: studio.db,
    venice: await studioVenice(),
    folder: await mediaFolder(),
    budget: createBudget(studio.db, studio.account.id),
    now: systemClock,
  })

describe('ownership', () => {
  it('two engines on one database send each job once', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, (_, at) => record(`twice owned ${at}`)))
    const engines = await Promise.all([engineOf(studio.account.id), engineOf(studio.account.id)])
    for (const id of ids) await untilState(id, ['done'])
    await Promise.all(engines.map((engine) => engine.stop()))
    const charges = await studio.control.ledger()
    expect(charges).toHaveLength(8)
    expect(new Set(charges.map((charge) => charge.queueId)).size).toBe(8)
  })

  it('a row that somebody left in submitting is unclear, and is not sent', async () => {
    const id = await record('left in mid-send')
    const before = (await studio.control.ledger()).length
    await studio.db.generation.update({
      where: { id },
      data: { state: 'submitting', leaseOwner: 'a dead process', leaseUntil: new Date(systemClock() - 1) },
    })
    const engine = await engineOf(studio.account.id)
    await untilState(id, ['uncertain'])
    await engine.stop()
    expect(await studio.control.ledger()).toHaveLength(before)
  })

  it('a job of another account is not asked for', async () => {
    const other = await studio.db.account.create({
      data: {
        id: 'another',
        baseUrl: 'https://elsewhere.example',
        keyFingerprint: 'x',
        sandbox: false,
        createdAt: new Date(0),
      },
    })
    const id = await record('of another key')
    await studio.db.generation.update({ where: { id }, data: { accountId: other.id } })
    const mine = await record('of this key')
    const engine = await engineOf(studio.account.id)
    await untilState(mine, ['done'])
    await engine.stop()
    expect((await untilState(id, ['waiting'])).account.id).toBe('another')
  })

  it('a lease that ran out owns nothing', async () => {
    const id = await record('paused past its lease')
    const claimant = { db: studio.db, accountId: studio.account.id, owner: 'first' }
    const now = systemClock()
    const [held] = await claimDue(claimant, now, 10)
    expect(held?.id).toBe(id)
    expect(await claimDue({ ...claimant, owner: 'second' }, now + LEASE - 1, 10)).toEqual([])
    expect(await renewLease(claimant, id, now + LEASE + 1)).toBe(false)
    const [taken] = await claimDue({ ...claimant, owner: 'second' }, now + LEASE + 1, 10)
    expect(taken?.version).toBe((held?.version ?? 0) + 1)
  })
})

describe('what waits', () => {
  const account = { id: randomUUID(), keyFingerprint: 'x', sandbox: true, createdAt: new Date(0) }
  const claimant = () => ({ db: studio.db, accountId: account.id, owner: 'me' })
  let ids: string[] = []

  beforeAll(async () => {
    await studio.db.account.create({ data: { ...account, baseUrl: account.id } })
    ids = [await record('first pressed'), await record('second pressed'), await record('third pressed')]
    const places = [30n, 10n, 20n]
    for (const [at, id] of ids.entries()) {
      const data = { accountId: account.id, position: places[at] ?? 0n }
      await studio.db.generation.update({ where: { id }, data })
    }
  })

  it('is sent in its order, and each by one engine only', async () => {
    const [first, second, third] = ids
    const next = await listSends(claimant(), systemClock(), 2, [])
    expect(next).toEqual([second, third])
    expect(await listSends(claimant(), systemClock(), 5, [second ?? ''])).toEqual([third, first])
    const claims = await Promise.all(
      ['me', 'you'].map((owner) => claimSend({ ...claimant(), owner }, second ?? '', systemClock())),
    )
    expect(claims.filter(Boolean)).toHaveLength(1)
  })

  it('stays while sending is paused, even what was next already', async () => {
    await studio.db.account.update({ where: { id: account.id }, data: { sendingPausedAt: new Date(systemClock()) } })
    expect(await listSends(claimant(), systemClock(), 5, [])).toEqual([])
    expect(await claimSend(claimant(), ids[0] ?? '', systemClock())).toBeNull()
  })
})
