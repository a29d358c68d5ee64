import 'server-only'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { credentialOf, type Role } from '@/lib/access/credentials'
import { looksLikeToken } from '@/lib/access/token'
import type { SessionView } from '@/lib/access/view'
import type { Db } from '@/lib/db/client'

const DAY = 24 * 60 * 60 * 1000
/** ms a browser stays signed in, however often it is used. */
export const SESSION_LASTS = 30 * DAY
/** Its last use is written down this often, ms. */
const USE_NOTED_EVERY = 10 * 60 * 1000
const LONGEST_AGENT = 200

export interface OpenSession {
  id: string
  role: Role
}

/** A new session; its token is given out here, and nowhere kept. @param now ms since 1970 */
export async function openSession(
  db: Db,
  { role, passwordMark, agent, now }: { role: Role; passwordMark: string; agent: string | null; now: number },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await db.session.deleteMany({ where: { expiresAt: { lt: new Date(now) } } })
  await db.session.create({
    data: {
      id: randomUUID(),
      tokenHash: hashOf(token),
      role,
      passwordMark,
      agent: agent?.slice(0, LONGEST_AGENT) ?? null,
      createdAt: new Date(now),
      usedAt: new Date(now),
      expiresAt: new Date(now + SESSION_LASTS),
    },
  })
  return token
}

/** Whose token it is; null when it was never given out, has ended, was revoked, or its password is not in use any more. */
export async function findSession(db: Db, token: string | undefined, now: number): Promise<OpenSession | null> {
  if (!looksLikeToken(token)) return null
  const row = await db.session.findUnique({ where: { tokenHash: hashOf(token) } })
  if (!row || row.expiresAt.getTime() <= now) return null
  const credential = await credentialOf(row.role)
  if (credential?.mark !== row.passwordMark) return null
  if (now - row.usedAt.getTime() > USE_NOTED_EVERY) {
    await db.session.updateMany({ where: { id: row.id, usedAt: row.usedAt }, data: { usedAt: new Date(now) } })
  }
  return { id: row.id, role: row.role }
}

/** All that are signed in, the last used first; `current` is marked. */
export async function listSessions(db: Db, current: string | null, now: number): Promise<SessionView[]> {
  const rows = await db.session.findMany({ where: { expiresAt: { gt: new Date(now) } }, orderBy: { usedAt: 'desc' } })
  const marks = { owner: (await credentialOf('owner'))?.mark, viewer: (await credentialOf('viewer'))?.mark }
  return rows
    .filter(({ role, passwordMark }) => marks[role] === passwordMark)
    .map(({ id, role, agent, createdAt, usedAt }) => {
      return { id, role, agent, createdAt: createdAt.getTime(), usedAt: usedAt.getTime(), current: id === current }
    })
}

/** Ends one session at once. */
export async function endSession(db: Db, id: string): Promise<void> {
  await db.session.deleteMany({ where: { id } })
}

/** Ends all at once, also the one that asks. */
export async function endAllSessions(db: Db): Promise<void> {
  await db.session.deleteMany()
}

/** A hash without salt or cost is enough for 256 random bits. */
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')
