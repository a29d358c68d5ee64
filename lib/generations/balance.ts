import 'server-only'
import { studioVenice } from '@/lib/account-venice'
import { systemClock } from '@/lib/clock'
import { once } from '@/lib/once'
import type { Balance } from '@/lib/venice/answers'
import { VeniceError } from '@/lib/venice/errors'

const FRESH = 1000
const PATIENCE = 5000

interface Known {
  balance: Balance | null
  at: number
}

const known = once('balance', () => ({ last: null as Known | null }))

/** The balance at the vendor; null when it does not say. Asked at most once a second. */
export async function readBalance(): Promise<Balance | null> {
  const now = systemClock()
  if (!known.last || now - known.last.at > FRESH) known.last = { balance: await ask(), at: now }
  return known.last.balance
}

async function ask(): Promise<Balance | null> {
  const venice = await studioVenice()
  return venice.balance(AbortSignal.timeout(PATIENCE)).catch((error: unknown) => {
    if (error instanceof VeniceError) return null
    throw error
  })
}
