import 'server-only'
import { studioAccount } from '@/lib/account'
import { once } from '@/lib/once'
import { createVenice, type Venice } from '@/lib/venice/client'

/** The vendor's client for the account in use. */
export function studioVenice(): Promise<Venice> {
  return once('venice', async () => createVenice((await studioAccount()).access))
}
