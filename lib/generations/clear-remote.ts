import 'server-only'
import { backoffMs } from '@/lib/generations/pace'
import { carryOut, type Generation, jobOf } from '@/lib/generations/store'
import type { Works } from '@/lib/generations/works'

/** A link is dead by itself after 24 h (VENICE: `download_url`), ms. */
const LINK_LIFE = 24 * 60 * 60_000

/**
 * Deletes the vendor's copy of a clip that is safe here. Repeated until it succeeds or is proven needless; the clip
 * plays meanwhile.
 */
export async function clearRemote(works: Works, row: Generation): Promise<void> {
  const answers = [await works.venice.completeVideo(jobOf(row))]
  const now = works.now()
  const linkLives = row.acceptedAt !== null && now - row.acceptedAt.getTime() < LINK_LIFE
  if (row.downloadUrl && linkLives) answers.push(await works.venice.revokeDownload(row.downloadUrl))
  if (answers.some((answer) => answer.kind === 'again')) {
    works.budget.answered(true, now)
    const dueAt = now + backoffMs(row.failures + 2)
    await carryOut(works.db, row, { change: { dueAt, failures: row.failures + 1 }, ledger: [] })
    return
  }
  await carryOut(works.db, row, {
    change: { state: 'done', remoteDeletedAt: now, endedAt: row.storedAt?.getTime() ?? now, downloadUrl: null },
    ledger: [],
  })
}
