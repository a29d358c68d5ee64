import 'server-only'
import { credentialOf, ROLES, type Role } from '@/lib/access/credentials'
import { forgetFailures, giveBack, takeTurn, waitWords } from '@/lib/access/delay'
import { isPassword, LONGEST_PASSWORD } from '@/lib/access/password'
import { openSession } from '@/lib/access/sessions'
import type { Db } from '@/lib/db/client'
import { log } from '@/lib/log'

export type SignedIn = { ok: true; token: string; role: Role } | { ok: false; sentence: string; waitMs: number }

/**
 * Opens a session for whoever knows the owner's or the viewer's password. Both are compared whatever the first one says.
 * @param now ms since 1970
 */
export async function signIn(
  db: Db,
  { password, agent, now }: { password: string; agent: string | null; now: number },
): Promise<SignedIn> {
  const turn = await takeTurn(db, now)
  if (!turn.ok) return { ok: false, sentence: waitWords(turn.waitMs), waitMs: turn.waitMs }
  const found = await whoseIs(password)
  if (!found) {
    log.warn('a wrong password was tried')
    return { ok: false, sentence: 'This is not the password.', waitMs: 0 }
  }
  if (found.role === 'owner') await forgetFailures(db)
  else await giveBack(db, turn)
  return { ok: true, token: await openSession(db, { ...found, agent, now }), role: found.role }
}

async function whoseIs(password: string): Promise<{ role: Role; passwordMark: string } | null> {
  let found: { role: Role; passwordMark: string } | null = null
  for (const role of ROLES) {
    const credential = await credentialOf(role)
    if (!credential || password.length > LONGEST_PASSWORD) continue
    if (await isPassword(password, credential.encoded)) found ??= { role, passwordMark: credential.mark }
  }
  return found
}
