import 'server-only'
import { carryOut, type Generation } from '@/lib/generations/store'
import type { Works } from '@/lib/generations/works'

/** Says, before anything leaves this machine, that it is about to. Null: the row is not ours any more. */
export async function recordAttempt(works: Works, row: Generation): Promise<Generation | null> {
  const sentAt = works.now()
  return carryOut(
    works.db,
    row,
    { change: { state: 'submitting', sentAt, note: null }, ledger: [] },
    {
      keepLease: true,
      also: async (tx) => {
        const number = (await tx.attempt.count({ where: { generationId: row.id } })) + 1
        await tx.attempt.create({ data: { generationId: row.id, number, sentAt: new Date(sentAt) } })
      },
    },
  )
}
