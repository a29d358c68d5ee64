import 'server-only'
import { passwordSource } from '@/lib/access/credentials'
import { isReachedFromElsewhere } from '@/lib/access/doors'
import { listSessions } from '@/lib/access/sessions'
import type { PasswordView } from '@/lib/access/view'
import type { Db } from '@/lib/db/client'

/** What Settings shows of passwords and of who is signed in. @param now ms since 1970 */
export async function readPasswordView(db: Db, current: string | null, now: number): Promise<PasswordView> {
  return {
    owner: passwordSource('owner'),
    viewer: passwordSource('viewer'),
    needed: isReachedFromElsewhere(),
    sessions: await listSessions(db, current, now),
  }
}
