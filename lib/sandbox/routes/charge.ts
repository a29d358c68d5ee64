import { refuse } from '../answer'
import type { Context } from '../context'
import type { LedgerLine } from '../store/ledger'

type Bill = Pick<LedgerLine, 'queueId' | 'model' | 'microUsd' | 'requestId' | 'bodyHash'>

/** Takes the price from the balance, durably. Throws 402 when the balance does not cover it. */
export function charge(context: Context, { queueId, model, microUsd, requestId, bodyHash }: Bill): void {
  if (context.ledger.balanceMicroUsd() < microUsd) {
    throw refuse(
      402,
      'Insufficient USD or Diem balance to complete request. Visit https://venice.ai/settings/api to add credits.',
      { code: 'INSUFFICIENT_BALANCE' },
    )
  }
  const at = new Date(context.now()).toISOString()
  context.ledger.append({ at, kind: 'charge', queueId, model, microUsd, requestId, bodyHash })
}

/** Gives a job's money back, once. */
export function refund(context: Context, { queueId, model, microUsd, requestId, bodyHash }: Bill): void {
  if (context.ledger.hasRefund(queueId)) return
  const at = new Date(context.now()).toISOString()
  context.ledger.append({ at, kind: 'refund', queueId, model, microUsd, requestId, bodyHash })
}
