import 'server-only'
import { decideRetrieved } from '@/lib/generations/decide-retrieved'
import { receiveMedia } from '@/lib/generations/receive'
import { carryOut, factsOf, type Generation, jobOf } from '@/lib/generations/store'
import { toldBy } from '@/lib/generations/told'
import type { Works } from '@/lib/generations/works'

/** Asks whether a job is done. If the answer is the media itself, it is received at once: it may not come twice. */
export async function askForGeneration(works: Works, row: Generation): Promise<void> {
  const room = await works.budget.take('retrieve', works.now())
  if (room > 0) {
    await carryOut(works.db, row, { change: { dueAt: room }, ledger: [] })
    return
  }
  const answer = await works.venice.retrieveVideo(jobOf(row), works.signal)
  const now = works.now()
  await works.budget.answered('retrieve', toldBy(answer), now)
  if (answer.kind !== 'media') {
    if (works.signal.aborted) return
    await carryOut(works.db, row, decideRetrieved(factsOf(row), answer, now))
    return
  }
  const receiving = await enterReceiving(works, row, now, answer.media.length)
  if (!receiving) return answer.media.cancel()
  works.onDownload?.()
  await receiveMedia(works, receiving, answer.media)
}

async function enterReceiving(works: Works, row: Generation, now: number, length: number | null) {
  const change = {
    state: 'receiving' as const,
    mediaReadyAt: row.mediaReadyAt?.getTime() ?? now,
    dueAt: now,
    note: null,
  }
  const receiving = await carryOut(works.db, row, { change, ledger: [] }, { keepLease: true })
  if (receiving && length !== null) {
    await works.db.generation.updateMany({
      where: { id: row.id, version: receiving.version },
      data: { totalBytes: BigInt(length), receivedBytes: 0n },
    })
  }
  return receiving
}
