import 'server-only'
import { DROPPED } from '@/lib/generations/decide-dropped'
import { readProblem } from '@/lib/generations/problem'
import { carryOut, type Generation } from '@/lib/generations/store'
import type { Works } from '@/lib/generations/works'

/**
 * Says, before anything leaves this machine, that it is about to. Null: the row is not ours any more, or the studio stops
 * and nothing is to be sent.
 */
export async function recordAttempt(works: Works, row: Generation): Promise<Generation | null> {
  if (works.signal.aborted) return null
  const sentAt = works.now()
  return carryOut(
    works.db,
    row,
    { change: { state: 'submitting', sentAt, note: keptNote(row) }, ledger: [] },
    {
      keepLease: true,
      also: async (tx) => {
        const number = (await tx.attempt.count({ where: { generationId: row.id } })) + 1
        await tx.attempt.create({ data: { generationId: row.id, number, sentAt: new Date(sentAt) } })
      },
    },
  )
}

/** What was left out of the request goes on being said; what held it up is over. */
function keptNote(row: Generation) {
  const note = readProblem(row.note)
  return note?.code === DROPPED ? note : null
}
