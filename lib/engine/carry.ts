import 'server-only'
import { type Claimant, LEASE, releaseLease, renewLease } from '@/lib/engine/claim'
import { causeOf } from '@/lib/errors'
import { advanceGeneration } from '@/lib/generations/advance'
import { backoffMs } from '@/lib/generations/pace'
import type { Generation } from '@/lib/generations/store'
import type { Works } from '@/lib/generations/works'
import { log } from '@/lib/log'

/** One step of one generation under a lease that is kept alive. Never throws: a failure here is ours, and is retried. */
export async function carryOne(options: Works & Claimant, row: Generation): Promise<void> {
  const lost = new AbortController()
  const keeper = setInterval(() => keepLease(options, row.id, lost), LEASE / 3)
  try {
    await advanceGeneration({ ...options, signal: AbortSignal.any([options.signal, lost.signal]) }, row)
  } catch (error) {
    log.error({ generation: row.id, state: row.state, cause: causeOf(error) }, 'a step of a generation failed')
    await putOff(options, row)
  } finally {
    clearInterval(keeper)
    await releaseLease(options, row.id).catch((error: unknown) =>
      log.warn({ generation: row.id, cause: causeOf(error) }, 'a lease could not be given back'),
    )
  }
}

async function keepLease(options: Works & Claimant, id: string, lost: AbortController): Promise<void> {
  try {
    if (!(await renewLease(options, id, options.now()))) lost.abort(new Error('The lease is gone.'))
  } catch (error) {
    log.warn({ generation: id, cause: causeOf(error) }, 'a lease could not be renewed')
  }
}

/** A step that failed for a reason of our own must not spin: it is due again in a while. */
async function putOff(options: Works & Claimant, row: Generation): Promise<void> {
  await options.db.generation
    .updateMany({
      where: { id: row.id, leaseOwner: options.owner },
      data: { dueAt: new Date(options.now() + backoffMs(row.failures + 1)), failures: { increment: 1 } },
    })
    .catch((error: unknown) =>
      log.error({ generation: row.id, cause: causeOf(error) }, 'a failed step was not put off'),
    )
}
