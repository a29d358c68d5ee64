import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Db, openDb } from '@/lib/db/client'
import { readClaims, readSettled } from '@/lib/generations/reconcile-claims'

const NOW = Date.UTC(2026, 10, 24, 12)
const MANY = 1050

let db: Db
beforeAll(async () => {
  db = await openDb(mkdtempSync(join(tmpdir(), 'squero-many-')))
})
afterAll(() => db.$disconnect())

/** Jobs as after days without permission for the history, twelve seconds apart. */
const boughtAt = (n: number) => NOW - 3_600_000 - n * 12_000

async function buyMany(): Promise<void> {
  const createdAt = new Date(NOW)
  await db.account.create({ data: { id: 'a', baseUrl: 'https://x', keyFingerprint: 'f', sandbox: false, createdAt } })
  const rows = Array.from({ length: MANY }, (_, n) => {
    const at = new Date(boughtAt(n))
    const times = { quotedAt: at, dueAt: at, createdAt: at, sentAt: at, acceptedAt: at }
    const model = { modelId: 'm', modelName: 'M', prompt: 'p', input: {}, request: {}, quoteInputs: {} }
    const id = `g${n}`
    return {
      id,
      accountId: 'a',
      state: 'done' as const,
      quoteMicroUsd: 100n,
      day: 'd',
      position: 1n,
      ...model,
      ...times,
    }
  })
  await db.generation.createMany({ data: rows })
  const line = { accountId: 'a', kind: 'charge' as const, microUsd: 100n }
  await db.ledgerEntry.createMany({ data: rows.map((row) => ({ ...line, generationId: row.id, at: row.createdAt })) })
}

it('more jobs than one question of the database can hold are all read, before they are settled and after', async () => {
  await buyMany()
  const { charges } = await readClaims(db, 'a', NOW)
  expect(charges.map((claim) => claim.at).sort()).toEqual(Array.from({ length: MANY }, (_, n) => boughtAt(n)).sort())

  const entry = { accountId: 'a', sku: 'm-video-unit', amountMicro: -100n, currency: 'USD', role: 'charge' as const }
  const owned = charges.map((claim) => ({
    generationId: claim.id,
    identity: claim.id,
    at: new Date(claim.at),
    body: {},
  }))
  await db.usageEntry.createMany({ data: owned.map((one) => ({ ...entry, ...one })) })
  expect((await readClaims(db, 'a', NOW)).charges).toEqual([])
  expect(await readSettled(db, 'a', 'charge', { from: 0, to: NOW })).toHaveLength(MANY)
})
