import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Db, openDb } from '@/lib/db/client'
import { keepUsage, nameEntries } from '@/lib/money/usage'
import { beginReading, readUsageStanding } from '@/lib/money/usage-reading'
import type { UsageEntry } from '@/lib/venice/answers'

const NOW = Date.UTC(2026, 10, 24, 12)
const dataDir = mkdtempSync(join(tmpdir(), 'squero-usage-'))

let db: Db
beforeAll(async () => {
  db = await openDb(dataDir)
})
afterAll(() => db.$disconnect())

const newAccount = async () => {
  const id = crypto.randomUUID()
  const createdAt = new Date(NOW)
  await db.account.create({ data: { id, baseUrl: 'https://x', keyFingerprint: id, sandbox: false, createdAt } })
  return id
}

const entry = (at: number, amountMicro = -350_000): UsageEntry => ({
  sku: 'lagoon-1-text-to-video-video-unit',
  amountMicro,
  currency: 'USD',
  at: NOW + at,
  notes: '',
  priceMicroUsd: null,
  body: { at },
})

const keptAt = async (accountId: string) =>
  (await db.usageEntry.findMany({ where: { accountId }, orderBy: { at: 'asc' } })).map((row) => row.at.getTime() - NOW)

describe('entries of the usage history', () => {
  it('are kept once however often they are read, and each of two identical ones is', async () => {
    const account = await newAccount()
    await keepUsage(db, account, [entry(1), entry(1), entry(2)])
    await keepUsage(db, account, [entry(1), entry(1), entry(2), entry(3)])
    expect(await keptAt(account)).toEqual([1, 1, 2, 3])
  })

  it('that show late are added beside their twins', async () => {
    const account = await newAccount()
    await keepUsage(db, account, [entry(1)])
    await keepUsage(db, account, [entry(1), entry(1)])
    expect(await keptAt(account)).toEqual([1, 1])
  })

  it('are the same when their details were filled in meanwhile', async () => {
    const account = await newAccount()
    await keepUsage(db, account, [entry(1)])
    await keepUsage(db, account, [
      { ...entry(1), notes: 'API Inference', body: { inferenceDetails: { requestId: 'r' } } },
    ])
    expect(await keptAt(account)).toEqual([1])
  })

  it('have the same names in whatever windows they are read', () => {
    const moments = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 })
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 10 }), (times, from, length) => {
        const all = times.sort((a, b) => a - b).map((at) => entry(at))
        const within = all.filter(({ at }) => at >= NOW + from && at < NOW + from + length)
        const names = new Map(nameEntries(all).map(({ identity, entry: one }) => [one, identity]))
        expect(nameEntries(within).map(({ identity }) => identity)).toEqual(within.map((one) => names.get(one)))
        expect(new Set(names.values()).size).toBe(all.length)
      }),
    )
  })
})

describe('a turn to read', () => {
  it('is taken by one of two that find it due', async () => {
    const account = await newAccount()
    const turns = async (now: number) => {
      const seen = await readUsageStanding(db, account)
      return Promise.all([beginReading(db, account, seen, now), beginReading(db, account, seen, now)])
    }
    expect((await turns(NOW)).sort()).toEqual([false, true])
    expect((await turns(NOW + 60_000)).sort()).toEqual([false, true])
  })
})
