import 'server-only'
import type { Tx } from '@/lib/db/client'
import { type CapRefusal, capRefusal } from '@/lib/money/cap-refusal'
import type { SpendingRules } from '@/lib/money/rules'
import { addTo, type Counted, readTally } from '@/lib/money/tallies'

/** Thrown inside a transaction to undo it: a cap has no room for the reserve. */
export class CapReached extends Error {
  override readonly name = 'CapReached'

  constructor(readonly refusal: CapRefusal) {
    super(refusal.sentence)
  }
}

/**
 * Adds a reserve to the tallies by conditional updates that hold every cap, in the transaction that records it.
 * @param needs what must be free under the caps, µUSD: more than is added where nobody knows what it will come to
 * @throws CapReached; the transaction must be undone
 */
export async function takeFromCaps(
  tx: Tx,
  counted: Counted,
  microUsd: number,
  rules: SpendingRules,
  needs = microUsd,
): Promise<void> {
  const { accountId, day, projectId } = counted
  const most = rules.generationCapMicroUsd
  if (most !== null && needs > most) throw new CapReached(capRefusal('generation', most, most))
  if (!(await addTo(tx, accountId, 'day', day, microUsd, rules.dayCapMicroUsd, needs))) {
    throw await reached(tx, accountId, 'day', day, rules.dayCapMicroUsd ?? 0)
  }
  if (projectId === null) return
  const project = await tx.project.findUniqueOrThrow({ where: { id: projectId } })
  const cap = project.capMicroUsd === null ? null : Number(project.capMicroUsd)
  if (await addTo(tx, accountId, 'project', projectId, microUsd, cap, needs)) return
  throw await reached(tx, accountId, 'project', projectId, cap ?? 0)
}

async function reached(tx: Tx, accountId: string, cap: 'day' | 'project', key: string, limit: number) {
  return new CapReached(capRefusal(cap, limit, Math.max(0, limit - (await readTally(tx, accountId, cap, key)))))
}
