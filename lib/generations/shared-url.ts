import 'server-only'
import { systemClock } from '@/lib/clock'
import { environment } from '@/lib/env'
import { readShared, type Shared, shareSecret, signShared } from '@/lib/media/shared-link'
import { once } from '@/lib/once'

/** How long Venice has to fetch a file it was given a link to, ms. */
const LASTS = 24 * 60 * 60_000

const secret = () => once('share-secret', () => shareSecret(environment().dataDir))

/** An address under the public one at which a file may be fetched for a day; null when there is no public address. */
export async function sharedUrl(file: Pick<Shared, 'hash' | 'mime'>): Promise<string | null> {
  const { publicUrl } = environment()
  if (publicUrl === null) return null
  return `${publicUrl}/api/shared/${signShared(await secret(), { ...file, until: systemClock() + LASTS })}`
}

/** What the token of such an address gives away now, or null. */
export async function openShared(token: string): Promise<Shared | null> {
  return environment().publicUrl === null ? null : readShared(await secret(), token, systemClock())
}
