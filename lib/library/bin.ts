import 'server-only'
import { systemClock } from '@/lib/clock'
import { type Db, studioDb } from '@/lib/db/client'
import { DELETABLE, deleteGeneration, whyNot } from '@/lib/generations/delete'
import { emptyBin as empty } from '@/lib/generations/empty-bin'
import { answer, changeMany, LIVE, parts, readMany } from '@/lib/library/many'
import type { LibraryResult } from '@/lib/library/view'

/** Puts generations into the bin, which empties after 30 days. What is unfinished or not settled stays where it is. */
export async function binMany(ids: readonly string[]): Promise<LibraryResult> {
  const db = await studioDb()
  const change = { ids, where: { binnedAt: null, ...DELETABLE }, data: { binnedAt: new Date(systemClock()) } }
  const [changed = []] = await changeMany(db, [change])
  const left = await whyLeft(db, ids)
  if (changed.length === 0 && left !== null) return { ok: false, sentence: left }
  const result = await answer(db, ids, changed, changed.length > 0 ? [{ verb: 'unbin', ids: changed }] : [])
  return result.ok && left !== null ? { ...result, left } : result
}

/** Takes generations out of the bin again. */
export async function unbinMany(ids: readonly string[]): Promise<LibraryResult> {
  const db = await studioDb()
  const [changed = []] = await changeMany(db, [{ ids, where: { binnedAt: { not: null } }, data: { binnedAt: null } }])
  return answer(db, ids, changed, changed.length > 0 ? [{ verb: 'bin', ids: changed }] : [])
}

/** Deletes generations at once, from the bin or not: their media go, and nothing brings them back. */
export async function deleteForGood(ids: readonly string[]): Promise<LibraryResult> {
  const db = await studioDb()
  const deleted: string[] = []
  const refusals = new Set<string>()
  for (const { id } of await readMany(db, ids)) {
    const result = await deleteGeneration(id)
    if (result.ok) deleted.push(id)
    else refusals.add(result.sentence)
  }
  const [left] = refusals
  if (left === undefined) return answer(db, ids, deleted)
  return deleted.length === 0 ? { ok: false, sentence: left } : { ok: true, count: deleted.length, left }
}

/** Deletes everything that is in the bin of an account. */
export async function emptyBin(accountId: string): Promise<LibraryResult> {
  return { ok: true, count: await empty(await studioDb(), { accountId }) }
}

/** Why something of these can't be put into the bin; null when everything could. */
async function whyLeft(db: Db, ids: readonly string[]): Promise<string | null> {
  for (const part of parts(ids)) {
    const row = await db.generation.findFirst({ where: { AND: [{ id: { in: part }, ...LIVE }, { NOT: DELETABLE }] } })
    if (row) return whyNot(row.state)
  }
  return null
}
