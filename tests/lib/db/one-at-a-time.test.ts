import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Db, openDb } from '@/lib/db/client'

let db: Db

beforeAll(async () => {
  db = await openDb(mkdtempSync(join(tmpdir(), 'squero-turns-')))
})
afterAll(() => db.$disconnect())

const account = (id: string) => ({ id, baseUrl: id, keyFingerprint: id, sandbox: true, createdAt: new Date(0) })

describe('one connection, one turn at a time', () => {
  it('a write beside an open transaction survives that transaction’s rollback', async () => {
    let beside: Promise<unknown> = Promise.resolve()
    const failed = db.$transaction(async (tx) => {
      await tx.account.create({ data: account('rolled back') })
      beside = db.account.create({ data: account('beside') })
      await tx.account.count()
      throw new Error('rolled back')
    })
    await expect(failed).rejects.toThrow('rolled back')
    await beside
    expect((await db.account.findMany()).map((row) => row.id)).toEqual(['beside'])
  })

  it('nobody reads what is not committed', async () => {
    let seen: Promise<unknown> = Promise.resolve()
    const failed = db.$transaction(async (tx) => {
      await tx.account.create({ data: account('uncommitted') })
      seen = db.account.findUnique({ where: { id: 'uncommitted' } })
      seen.catch(() => undefined)
      await tx.account.count()
      throw new Error('rolled back')
    })
    await expect(failed).rejects.toThrow('rolled back')
    expect(await seen).toBeNull()
  })

  it('many of both at once all come through', async () => {
    const work = Array.from({ length: 60 }, (_, at) =>
      at % 2 === 0
        ? db.account.create({ data: account(`plain ${at}`) })
        : db.$transaction(async (tx) => tx.account.create({ data: account(`inside ${at}`) })),
    )
    expect(await Promise.all(work)).toHaveLength(60)
  })
})
