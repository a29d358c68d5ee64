import 'server-only'
import { randomUUID } from 'node:crypto'
import { studioAccount } from '@/lib/account'
import { systemClock } from '@/lib/clock'
import { studioDb } from '@/lib/db/client'
import { parseLibraryQuery, writeLibraryQuery } from '@/lib/library/library-query'
import type { LibraryResult, MadeResult } from '@/lib/library/view'

/**
 * Keeps the filters of an address under a name, in the account in use; one of this name is replaced.
 * @param query as it stands in the address: it is kept as it is understood, without the account
 */
export async function saveSearch(name: string, query: string): Promise<MadeResult> {
  const [{ id: accountId }, db] = await Promise.all([studioAccount(), studioDb()])
  const understood = { ...parseLibraryQuery(new URLSearchParams(query)), account: null }
  const kept = writeLibraryQuery(understood).toString()
  const row = await db.savedSearch.upsert({
    where: { accountId_name: { accountId, name } },
    create: { id: randomUUID(), accountId, name, query: kept, createdAt: new Date(systemClock()) },
    update: { query: kept },
  })
  return { ok: true, id: row.id }
}

export async function deleteSearch(id: string): Promise<LibraryResult> {
  const { count } = await (await studioDb()).savedSearch.deleteMany({ where: { id } })
  return count > 0 ? { ok: true, count } : { ok: false, sentence: 'The search is not there any more.' }
}
