import { carryAll, type Violation } from '@/tests/faults/carry'
import { BODY_MODEL, DONE } from '@/tests/faults/case'
import type { Rig } from '@/tests/faults/rig'

const DAY = 24 * 60 * 60_000

/** A day later, with an engine at work: what is unclear is still unclear, and was bought once at most. */
export async function aDayLater(rig: Rig): Promise<Violation[]> {
  const unclear = { accountId: rig.accountId, state: 'uncertain' as const }
  const before = await rig.db.generation.findMany({ where: unclear, select: { id: true } })
  rig.clock.leap(DAY)
  const fault = { kind: 'delay', ms: 1 }
  const witness = { name: 'a sound job', on: 'queue' as const, modelId: BODY_MODEL, fault, strikes: 1, expected: DONE }
  const violations = await carryAll(rig, [witness])
  const after = await rig.db.generation.findMany({ where: unclear, include: { attempts: true } })
  const jobs = await rig.control.jobs()
  if (after.length !== before.length) violations.push(`${before.length} were unclear, a day later ${after.length}`)
  for (const { id, attempts } of after) {
    const bought = jobs.filter((job) => job.prompt.includes(id)).length
    if (bought > 1 || attempts.length > 1)
      violations.push(`${id} was sent again: ${bought} jobs, ${attempts.length} sends`)
  }
  return violations
}
