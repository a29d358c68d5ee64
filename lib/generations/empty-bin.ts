import 'server-only'
import type { Db } from '@/lib/db/client'
import { causeOf } from '@/lib/errors'
import { DELETABLE, deleteGeneration } from '@/lib/generations/delete'
import { KEEP_BINNED } from '@/lib/generations/keep-binned'
import { log } from '@/lib/log'

/**
 * Deletes what is in the bin: of one account, or what was put there before a moment. What can't be deleted (a disk that
 * refuses, a job that moves again) stays for the next time.
 * @returns how many were deleted
 */
export async function emptyBin(db: Db, which: { accountId: string } | { before: Date }): Promise<number> {
  const binned = 'before' in which ? { binnedAt: { lt: which.before } } : { ...which, binnedAt: { not: null } }
  const rows = await db.generation.findMany({
    where: { deletedAt: null, ...DELETABLE, ...binned },
    select: { id: true },
  })
  let count = 0
  for (const { id } of rows) {
    try {
      if ((await deleteGeneration(id)).ok) count += 1
    } catch (error) {
      log.warn({ generation: id, cause: causeOf(error) }, 'what is in the bin could not be deleted')
    }
  }
  return count
}

/** Deletes what has been in the bin for 30 days. @param now ms since 1970 */
export function emptyOldBin(db: Db, now: number): Promise<number> {
  return emptyBin(db, { before: new Date(now - KEEP_BINNED) })
}
