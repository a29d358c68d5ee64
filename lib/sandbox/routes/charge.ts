import { refuse } from '../answer'
import type { Currency } from '../billing'
import type { Context } from '../context'
import type { LedgerLine } from '../store/ledger'

type Bill = Pick<LedgerLine, 'queueId' | 'model' | 'microUsd' | 'requestId' | 'bodyHash'>

/** Takes the price from the balance, durably. Throws 402 when the balance does not cover it. */
export function charge(context: Context, { queueId, model, microUsd: price, requestId, bodyHash }: Bill): void {
  const { currency, factor } = context.billing
  const microUsd = Math.round(price * factor)
  if (context.ledger.balanceMicroUsd() < microUsd) {
    throw refuse(
      402,
      'Insufficient USD or Diem balance to complete request. Visit https://venice.ai/settings/api to add credits.',
      { code: 'INSUFFICIENT_BALANCE' },
    )
  }
  const at = new Date(context.now()).toISOString()
  context.ledger.append({ at, kind: 'charge', queueId, model, microUsd, ...billedIn(currency), requestId, bodyHash })
}

/** Gives back what a job was charged, once. */
export function refund(context: Context, { queueId, model, microUsd, requestId, bodyHash }: Bill): void {
  if (context.ledger.hasRefund(queueId)) return
  const charged = context.ledger.chargeOf(queueId)
  context.ledger.append({
    at: new Date(context.now()).toISOString(),
    kind: 'refund',
    queueId,
    model,
    microUsd: charged?.microUsd ?? microUsd,
    ...billedIn(charged?.currency ?? 'USD'),
    requestId,
    bodyHash,
  })
}

const billedIn = (currency: Currency) => (currency === 'USD' ? {} : { currency })
