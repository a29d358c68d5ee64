import 'server-only'
import { causeOf } from '@/lib/errors'
import { decideCleared, leftToClear, type RemoteFacts } from '@/lib/generations/decide-cleared'
import { carryOut, type Generation, jobOf } from '@/lib/generations/store'
import type { Works } from '@/lib/generations/works'
import { log } from '@/lib/log'

/**
 * Deletes the vendor's copy of a clip that is safe here, and makes its link useless. Repeated until it succeeds or is
 * proven needless; the clip plays meanwhile.
 */
export async function clearRemote(works: Works, row: Generation): Promise<void> {
  const facts = remoteFacts(row, works.now())
  const left = leftToClear(facts, works.now())
  const completed = left.complete ? await works.venice.completeVideo(jobOf(row), works.signal) : null
  const revoked =
    left.revoke && row.downloadUrl ? await works.venice.revokeDownload(row.downloadUrl, works.signal) : null
  if (works.signal.aborted) return
  if (completed?.kind === 'again' || revoked?.kind === 'again') await works.budget.failed(works.now())
  await carryOut(works.db, row, decideCleared(facts, { completed, revoked }, works.now()))
}

/**
 * Once, for a damaged job the person gave up: what is left of it there is deleted, or expires by itself. Never throws,
 * since nothing waits for it.
 */
export async function clearGivenUp({ db, venice }: Pick<Works, 'db' | 'venice'>, row: Generation): Promise<void> {
  try {
    await venice.completeVideo(jobOf(row))
    if (row.downloadUrl) await venice.revokeDownload(row.downloadUrl)
    await db.generation.updateMany({ where: { id: row.id, state: 'quarantined' }, data: { downloadUrl: null } })
  } catch (error) {
    log.warn({ generation: row.id, cause: causeOf(error) }, 'the copy of a job that was given up could not be deleted')
  }
}

function remoteFacts(row: Generation, now: number): RemoteFacts {
  return {
    acceptedAt: row.acceptedAt?.getTime() ?? null,
    storedAt: row.storedAt?.getTime() ?? now,
    completedAt: row.remoteDeletedAt?.getTime() ?? null,
    hasLink: row.downloadUrl !== null,
    failures: row.failures,
  }
}
