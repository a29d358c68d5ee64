import 'server-only'
import { randomUUID } from 'node:crypto'
import { studioAccount } from '@/lib/account'
import { systemClock } from '@/lib/clock'
import { studioDb, type Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import { isTaken } from '@/lib/generations/record-intent'
import { TRANSACTION } from '@/lib/generations/store'
import { NO_PROJECT } from '@/lib/library/move'
import type { LibraryResult, MadeResult } from '@/lib/library/view'
import { addTo, readTally } from '@/lib/money/tallies'

const TAKEN = 'There is a project of this name already.'
const INSIDE = 'A project can’t be a part of itself.'

const { sql } = Prisma

/** Makes a project in the account in use, or a part of one that is there. */
export async function createProject(name: string, parentId: string | null): Promise<MadeResult> {
  const [{ id: accountId }, db] = await Promise.all([studioAccount(), studioDb()])
  if (parentId !== null && (await db.project.count({ where: { id: parentId, accountId } })) === 0) {
    return { ok: false, sentence: NO_PROJECT }
  }
  const id = randomUUID()
  const taken = await ifTaken(() =>
    db.project.create({ data: { id, accountId, name, parentId, createdAt: new Date(systemClock()) } }),
  )
  return taken ?? { ok: true, id }
}

export async function renameProject(id: string, name: string): Promise<LibraryResult> {
  const db = await studioDb()
  let count = 0
  const taken = await ifTaken(async () => {
    count = (await db.project.updateMany({ where: { id }, data: { name } })).count
  })
  return taken ?? resultOf(count)
}

/** Makes a project a part of another one of its account; null: of none. */
export async function moveProject(id: string, parentId: string | null): Promise<LibraryResult> {
  const db = await studioDb()
  if (parentId === null) return resultOf((await db.project.updateMany({ where: { id }, data: { parentId } })).count)
  // One question, so that two of them at once make no ring.
  const count = await db.$executeRaw(sql`
    UPDATE "Project" SET "parentId" = ${parentId} WHERE "id" = ${id}
      AND "accountId" = (SELECT p."accountId" FROM "Project" p WHERE p."id" = ${parentId})
      AND NOT EXISTS (
        WITH RECURSIVE above(id) AS (
          SELECT ${parentId} UNION SELECT p."parentId" FROM "Project" p JOIN above ON p."id" = above.id
        ) SELECT 1 FROM above WHERE above.id = ${id}
      )`)
  if (count > 0) return resultOf(count)
  const known = await db.project.count({ where: { id: { in: [id, parentId] } } })
  return { ok: false, sentence: known === new Set([id, parentId]).size ? INSIDE : NO_PROJECT }
}

/** Takes a project away: what is in it, and what it cost, moves to the one it is a part of. Counts generations. */
export async function deleteProject(id: string): Promise<LibraryResult> {
  const db = await studioDb()
  return db.$transaction(async (tx) => {
    // A write first, so that nothing is put into it meanwhile.
    const { count } = await tx.project.updateMany({ where: { id }, data: { capMicroUsd: null } })
    if (count === 0) return resultOf(0)
    const { accountId, parentId } = await tx.project.findUniqueOrThrow({ where: { id } })
    const moved = await tx.generation.updateMany({ where: { projectId: id }, data: { projectId: parentId } })
    await tx.project.updateMany({ where: { parentId: id }, data: { parentId } })
    await moveTally(tx, accountId, id, parentId)
    await tx.project.delete({ where: { id } })
    return { ok: true, count: moved.count }
  }, TRANSACTION)
}

async function moveTally(tx: Tx, accountId: string, id: string, parentId: string | null): Promise<void> {
  const microUsd = await readTally(tx, accountId, 'project', id)
  if (parentId !== null) await addTo(tx, accountId, 'project', parentId, microUsd, null)
  await tx.spendTally.deleteMany({ where: { accountId, scope: 'project', key: id } })
}

async function ifTaken(work: () => Promise<unknown>): Promise<{ ok: false; sentence: string } | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (isTaken(error)) return { ok: false, sentence: TAKEN }
    throw error
  }
}

const resultOf = (count: number): LibraryResult =>
  count > 0 ? { ok: true, count } : { ok: false, sentence: NO_PROJECT }
