import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { causeOf } from '@/lib/errors'
import { decideLate, decideQueued } from '@/lib/generations/decide-queued'
import type { Decision } from '@/lib/generations/decision'
import { backoffMs } from '@/lib/generations/pace'
import { carryOut, factsOf, type Generation } from '@/lib/generations/store'
import type { Works } from '@/lib/generations/works'
import { log } from '@/lib/log'
import type { QueueAnswer } from '@/lib/venice/answers'

type Attempts = Pick<Works['db'], 'attempt'>

/** What came back may be money: it is written as soon as the database lets it, however long that takes. */
export async function recordAnswer(works: Works, row: Generation, answer: QueueAnswer): Promise<void> {
  const decision = decideQueued(factsOf(row), answer, works.now())
  for (let failures = 0; ; failures++) {
    try {
      await commitAnswer(works, row, answer, decision)
      return
    } catch (error) {
      log.error({ generation: row.id, cause: causeOf(error) }, 'the answer to a paid request could not be recorded yet')
      await sleep(Math.min(backoffMs(failures) / 10, 5000))
    }
  }
}

async function commitAnswer(works: Works, row: Generation, answer: QueueAnswer, decision: Decision): Promise<void> {
  const keep = (tx: Attempts) => keepEvidence(tx, row.id, answer, works.now())
  if (await carryOut(works.db, row, decision, { also: keep })) return
  // The lease ran out meanwhile and somebody else marked the row unclear; perhaps the person has settled it already.
  const now = await works.db.generation.findUniqueOrThrow({ where: { id: row.id } })
  const late = decideLate(now.state, decision)
  if (!late) {
    await keep(works.db)
    log.warn({ generation: row.id, outcome: answer.kind }, 'the answer came after the lease was lost')
  } else if (!(await carryOut(works.db, now, late, { also: keep }))) {
    throw new Error('the row changed at the same moment')
  }
}

async function keepEvidence(tx: Attempts, generationId: string, answer: QueueAnswer, now: number): Promise<void> {
  const evidence = evidenceOf(answer)
  await tx.attempt.updateMany({
    where: { generationId, answeredAt: null },
    data: { answeredAt: new Date(now), outcome: answer.kind, status: evidence.status, evidence },
  })
}

/** The answer without its secret. */
function evidenceOf(answer: QueueAnswer) {
  const said = 'said' in answer ? answer.said : null
  return {
    status: said?.status ?? null,
    excerpt: answer.kind === 'queued' ? null : (said?.excerpt ?? null),
    cause: 'cause' in answer ? answer.cause : null,
    queueId: answer.kind === 'queued' ? answer.queueId : null,
  }
}
