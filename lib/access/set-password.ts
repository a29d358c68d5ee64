import 'server-only'
import { credentialOf, passwordSource, type Role } from '@/lib/access/credentials'
import { forgetFailures, takeTurn, waitWords } from '@/lib/access/delay'
import { isReachedFromElsewhere } from '@/lib/access/doors'
import { changeKept } from '@/lib/access/kept'
import { hashPassword, isPassword, LONGEST_PASSWORD, SHORTEST_PASSWORD } from '@/lib/access/password'
import type { SettingResult } from '@/lib/access/view'
import type { Db } from '@/lib/db/client'
import { environment } from '@/lib/env'
import { keepOutOfLogs } from '@/lib/secrets'

interface Change {
  role: Role
  password: string
  /** The owner's as it is; nobody asks for it while there is none. */
  current: string
  /** ms since 1970 */
  now: number
}

/** Sets a role's password. It ends all sessions opened with the one before. */
export async function setPassword(db: Db, { role, password, current, now }: Change): Promise<SettingResult> {
  if (passwordSource(role) === 'environment') return refused(FROM_ENVIRONMENT)
  if (role === 'viewer' && passwordSource('owner') === null) return refused('Set the owner’s password first.')
  if (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD) {
    return refused(`A password has ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters.`)
  }
  const doubt = await doubtOf(db, current, now)
  if (doubt !== null) return refused(doubt)
  const other = await credentialOf(role === 'owner' ? 'viewer' : 'owner')
  if (other && (await isPassword(password, other.encoded))) {
    return refused('Owner and viewer need two different passwords.')
  }
  keepOutOfLogs(password)
  const encoded = await hashPassword(password)
  changeKept(environment().dataDir, (kept) => ({ ...kept, [fieldOf(role)]: encoded }))
  return { ok: true }
}

/** Takes a role's password away. Without the owner's, everybody at this machine is the owner. */
export async function removePassword(
  db: Db,
  { role, current, now }: Pick<Change, 'role' | 'current' | 'now'>,
): Promise<SettingResult> {
  if (passwordSource(role) === 'environment') return refused(FROM_ENVIRONMENT)
  if (role === 'owner' && isReachedFromElsewhere()) return refused(STILL_REACHED)
  if (role === 'owner' && passwordSource('viewer') !== null) return refused('Take the viewer’s password away first.')
  const doubt = await doubtOf(db, current, now)
  if (doubt !== null) return refused(doubt)
  changeKept(environment().dataDir, (kept) => ({ ...kept, [fieldOf(role)]: undefined }))
  return { ok: true }
}

/** Whoever sits at a browser that was left open does not know the password. */
async function doubtOf(db: Db, current: string, now: number): Promise<string | null> {
  const owner = await credentialOf('owner')
  if (!owner) return null
  const turn = await takeTurn(db, now)
  if (!turn.ok) return waitWords(turn.waitMs)
  if (current.length > LONGEST_PASSWORD || !(await isPassword(current, owner.encoded))) {
    return 'This is not the owner’s password. Nothing was changed.'
  }
  await forgetFailures(db)
  return null
}

const FROM_ENVIRONMENT = 'This password comes from the environment: change it there, and start again.'
const STILL_REACHED =
  'Other machines reach the studio: take its addresses out under Hosts and listen on 127.0.0.1 first. Nothing was changed.'

const fieldOf = (role: Role) => (role === 'owner' ? 'ownerPassword' : 'viewerPassword')
const refused = (sentence: string): SettingResult => ({ ok: false, sentence })
