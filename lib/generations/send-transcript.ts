import 'server-only'
import type { Tx } from '@/lib/db/client'
import { decideNoRoom } from '@/lib/generations/decide-queued'
import { decideTranscribed } from '@/lib/generations/decide-transcribed'
import { recordAnswered } from '@/lib/generations/record-answer'
import { recordAttempt } from '@/lib/generations/record-attempt'
import { carryOut, factsOf, type Generation } from '@/lib/generations/store'
import { toldBy } from '@/lib/generations/told'
import type { Works } from '@/lib/generations/works'
import { roomFor } from '@/lib/media/room'
import type { TranscriptAnswer } from '@/lib/venice/answers'
import type { JsonObject } from '@/lib/venice/request'

/**
 * Sends a waiting transcript: records the attempt, sends the paid request exactly once, and records the answer together
 * with the text that was paid for. It takes no room in the minute of sends: this call's own limit is told by nobody.
 */
export async function sendTranscript(works: Works, row: Generation): Promise<void> {
  const space = await roomFor(works.folder)
  if (!space.ok) {
    await carryOut(works.db, row, decideNoRoom(factsOf(row), space.sentence, works.now()))
    return
  }
  const sending = await recordAttempt(works, row)
  if (!sending) return
  const answer = await works.venice.transcribeVideo(row.request as JsonObject)
  await recordAnswered(works, sending, {
    answer,
    decision: decideTranscribed(factsOf(sending), answer, works.now()),
    product: (tx) => keepText(tx, row.id, answer),
  })
  if (toldBy(answer).failed) await works.budget.failed(works.now())
}

async function keepText(tx: Tx, generationId: string, answer: TranscriptAnswer): Promise<void> {
  if (answer.kind !== 'transcribed') return
  const { text, lang, raw } = answer
  await tx.transcript.update({ where: { generationId }, data: { text, lang, raw } })
}
