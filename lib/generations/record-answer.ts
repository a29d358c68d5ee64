import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Tx } from '@/lib/db/client'
import { causeOf } from '@/lib/errors'
import { decideDropped, droppable } from '@/lib/generations/decide-dropped'
import { decideLate, decideQueued } from '@/lib/generations/decide-queued'
import type { Decision } from '@/lib/generations/decision'
import { backoffMs } from '@/lib/generations/pace'
import { carryOut, factsOf, type Generation } from '@/lib/generations/store'
import type { Works } from '@/lib/generations/works'
import { log } from '@/lib/log'
import type { QueueAnswer, TranscriptAnswer } from '@/lib/venice/answers'
import type { JsonObject } from '@/lib/venice/request'

type Attempts = Pick<Works['db'], 'attempt'>

/** The answer to a paid request, what it means for the row, and what is written beside that in the same commit. */
export interface Answered {
  answer: QueueAnswer | TranscriptAnswer
  decision: Decision
  product?: (tx: Tx) => Promise<void>
}

/** What came back may be money: it is written as soon as the database lets it, however long that takes. */
export async function recordAnswer(works: Works, row: Generation, answer: QueueAnswer): Promise<void> {
  const decision = await decide(works, row, answer)
  const field = droppable(answer)
  const product = field ? (tx: Tx) => learn(tx, row, field) : undefined
  await recordAnswered(works, row, { answer, decision, ...(product ? { product } : {}) })
}

/** The same for any paid request, with the product that came in the answer. */
export async function recordAnswered(works: Works, row: Generation, answered: Answered): Promise<void> {
  for (let failures = 0; ; failures++) {
    try {
      await commitAnswer(works, row, answered)
      return
    } catch (error) {
      log.error({ generation: row.id, cause: causeOf(error) }, 'the answer to a paid request could not be recorded yet')
      await sleep(Math.min(backoffMs(failures) / 10, 5000))
    }
  }
}

async function decide(works: Works, row: Generation, answer: QueueAnswer): Promise<Decision> {
  const facts = factsOf(row)
  if (droppable(answer)) {
    const refusals = await works.db.attempt.count({ where: { generationId: row.id, outcome: 'refused' } })
    const recorded = { request: row.request as JsonObject, input: row.input as JsonObject, refusals }
    const again = decideDropped(facts, recorded, answer, works.now())
    if (again) return again
  }
  return decideQueued(facts, answer, works.now())
}

async function commitAnswer(works: Works, row: Generation, { answer, decision, product }: Answered): Promise<void> {
  const keep = (tx: Attempts) => keepEvidence(tx, row.id, answer, works.now())
  const also = async (tx: Tx) => {
    await keep(tx)
    await product?.(tx)
  }
  if (await carryOut(works.db, row, decision, { also })) return
  // The lease ran out meanwhile and somebody else marked the row unclear; perhaps the person has settled it already.
  const now = await works.db.generation.findUniqueOrThrow({ where: { id: row.id } })
  const late = decideLate(now.state, decision, now.kind)
  if (!late) {
    await keep(works.db)
    log.warn({ generation: row.id, outcome: answer.kind }, 'the answer came after the lease was lost')
  } else if (!(await carryOut(works.db, now, late, { also }))) {
    throw new Error('the row changed at the same moment')
  }
}

async function keepEvidence(
  tx: Attempts,
  generationId: string,
  answer: Answered['answer'],
  now: number,
): Promise<void> {
  const evidence = evidenceOf(answer)
  await tx.attempt.updateMany({
    where: { generationId, answeredAt: null },
    data: { answeredAt: new Date(now), outcome: answer.kind, status: evidence.status, evidence },
  })
}

/** The next form for this model does not offer what the vendor does not take. */
async function learn(tx: Pick<Tx, 'modelLesson'>, { accountId, modelId }: Generation, field: string): Promise<void> {
  const lesson = { accountId, modelId, field }
  await tx.modelLesson.upsert({ where: { accountId_modelId_field: lesson }, create: lesson, update: {} })
}

/** The answer without its secret, and without what was bought. */
function evidenceOf(answer: Answered['answer']) {
  const said = 'said' in answer ? answer.said : null
  const sold = answer.kind === 'queued' || answer.kind === 'transcribed'
  return {
    status: said?.status ?? null,
    excerpt: sold ? null : (said?.excerpt ?? null),
    cause: 'cause' in answer ? answer.cause : null,
    queueId: answer.kind === 'queued' ? answer.queueId : null,
  }
}
