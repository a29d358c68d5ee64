import { forViewers } from '@/app/access'
import { systemClock } from '@/lib/clock'
import { readBalance } from '@/lib/generations/balance'

export const dynamic = 'force-dynamic'

/** The balance for the header and the Spending screen; null fields when the vendor does not say. */
export const GET = forViewers(async () => {
  const balance = await readBalance()
  return Response.json({
    balanceMicroUsd: balance?.usdMicro ?? null,
    diemMicro: balance?.diemMicro ?? null,
    currency: balance?.currency ?? null,
    readAt: systemClock(),
  })
})
