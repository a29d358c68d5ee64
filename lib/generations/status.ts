import 'server-only'
import { studioAccount } from '@/lib/account'
import type { StudioStatus } from '@/lib/generations/view'

/** Which API the studio talks to, for the banner. */
export async function readStudioStatus(): Promise<StudioStatus> {
  const { id, mode, host } = await studioAccount()
  return { mode, host, accountId: id }
}
