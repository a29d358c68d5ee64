import 'server-only'
import { backoffMs } from '@/lib/generations/pace'
import { carryOut, type Generation } from '@/lib/generations/store'
import type { Works } from '@/lib/generations/works'

/**
 * Deletes the vendor's copy of a clip that is safe here. Repeated until it succeeds or is proven needless; the clip
 * plays meanwhile.
 */
export async function clearRemote(works: Works, row: Generation): Promise<void> {
  if (!row.queueId) throw new Error('A stored job has a queue id.')
  const answers = [await works.venice.completeVideo({ model: row.modelId, queueId: row.queueId })]
  if (row.downloadUrl) answers.push(await works.venice.revokeDownload(row.downloadUrl))
  const now = works.now()
  if (answers.some((answer) => answer.kind === 'again')) {
    const dueAt = now + backoffMs(row.failures + 2)
    await carryOut(works.db, row, { change: { dueAt, failures: row.failures + 1 }, ledger: [] })
    return
  }
  await carryOut(works.db, row, {
    change: { state: 'done', remoteDeletedAt: now, endedAt: row.storedAt?.getTime() ?? now, downloadUrl: null },
    ledger: [],
  })
}
