import 'server-only'
import { studioVenice } from '@/lib/account-venice'
import type { Balance } from '@/lib/venice/answers'
import { VeniceError } from '@/lib/venice/errors'

/** The header does not wait longer for it, ms. */
const PATIENCE = 5000

/** The balance at the vendor; null when it does not say. */
export async function readBalance(): Promise<Balance | null> {
  const venice = await studioVenice()
  return venice.balance(AbortSignal.timeout(PATIENCE)).catch((error: unknown) => {
    if (error instanceof VeniceError) return null
    throw error
  })
}
