import 'server-only'
import { decideAbandoned, decideFileGone, decideNoRoom } from '@/lib/generations/decide-queued'
import { decideQuoted } from '@/lib/generations/decide-quoted'
import { FileGone, fillFiles } from '@/lib/generations/fill-files'
import { recordAnswer } from '@/lib/generations/record-answer'
import { recordAttempt } from '@/lib/generations/record-attempt'
import { priceOfRow } from '@/lib/generations/reprice'
import { carryOut, factsOf, type Generation } from '@/lib/generations/store'
import { TOLD_NOTHING, toldBy } from '@/lib/generations/told'
import type { Works } from '@/lib/generations/works'
import { roomFor } from '@/lib/media/room'
import type { JsonObject } from '@/lib/venice/request'

/** A price older than this is asked for again before it is paid, ms. */
const PRICE_HOLDS = 15 * 60_000

/**
 * Sends a waiting generation: records the attempt, sends the paid request exactly once, records the answer.
 * Whatever happens after the first commit, the request is never sent again unless its answer proves that nothing was bought.
 */
export async function sendGeneration(works: Works, row: Generation): Promise<void> {
  const space = await roomFor(works.folder)
  if (!space.ok) {
    await carryOut(works.db, row, decideNoRoom(factsOf(row), space.sentence, works.now()))
    return
  }
  const age = works.now() - row.quotedAt.getTime()
  const quoted = age < 0 || age > PRICE_HOLDS ? await quoteAgain(works, row) : row
  if (quoted) await sendQuoted(works, quoted)
}

async function sendQuoted(works: Works, row: Generation): Promise<void> {
  const body = await bodyOf(works, row)
  if (body === null) {
    await carryOut(works.db, row, decideFileGone(factsOf(row), works.now()))
    return
  }
  const room = await works.budget.take('queue', works.now())
  if (room > 0) {
    await carryOut(works.db, row, { change: { dueAt: room }, ledger: [] })
    return
  }
  let told = TOLD_NOTHING
  try {
    const sending = await recordAttempt(works, row)
    if (!sending) return
    const answer = await works.venice.queueVideo(body)
    told = toldBy(answer)
    await recordAnswer(works, sending, answer)
  } finally {
    await works.budget.answered('queue', told, works.now())
  }
}

/** The request with its files read from the media folder; null when one of them is gone. */
function bodyOf(works: Works, row: Generation): Promise<JsonObject | null> {
  return fillFiles(works.folder, row.request as JsonObject).catch((error: unknown) => {
    if (error instanceof FileGone) return null
    throw error
  })
}

/** A row found in `submitting` by somebody who did not send it: nobody knows whether it was bought. */
export async function abandonSend(works: Works, row: Generation): Promise<void> {
  await carryOut(works.db, row, decideAbandoned(works.now()))
}

/** The row at a price that holds; null: it was put off or taken back, or somebody else changed it. */
async function quoteAgain(works: Works, row: Generation): Promise<Generation | null> {
  const price = await priceOfRow(works, row)
  const decision = decideQuoted(factsOf(row), { was: Number(row.quoteMicroUsd), is: price }, works.now())
  const changed = await carryOut(works.db, row, decision, { keepLease: decision.change.quotedAt !== undefined })
  return decision.change.quotedAt === undefined ? null : changed
}
