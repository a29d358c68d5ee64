import { type Answer, json } from '../answer'
import { HOUR } from '../clock'
import type { Context } from '../context'

/** `GET /billing/balance`: USD only; nobody stakes in a sandbox. */
export function readBalance(context: Context): Answer {
  const usd = context.ledger.balanceMicroUsd() / 1e6
  return json({
    canConsume: usd > 0,
    consumptionCurrency: 'USD',
    balances: { diem: null, usd },
    diemEpochAllocation: 0,
  })
}

/** `GET /api_keys/rate_limits`: what this key may ask a minute, by model. */
export function readRateLimits(context: Context): Answer {
  const day = 24 * HOUR
  const usd = context.ledger.balanceMicroUsd() / 1e6
  return json({
    data: {
      accessPermitted: usd > 0,
      apiTier: { id: 'paid', isCharged: true },
      balances: { USD: usd, DIEM: 0 },
      keyExpiration: null,
      nextEpochBegins: new Date(Math.ceil((context.now() + 1) / day) * day).toISOString(),
      rateLimits: context.catalogue
        .entries()
        .map((entry) => ({ apiModelId: entry.id, rateLimits: [{ amount: 40, type: 'RPM' }] })),
    },
  })
}
