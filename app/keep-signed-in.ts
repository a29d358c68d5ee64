import 'server-only'
import { cookies, headers } from 'next/headers'
import { SESSION_COOKIE } from '@/lib/access/cookie'
import { credentialOf } from '@/lib/access/credentials'
import { currentDoors } from '@/lib/access/doors'
import { openSession, SESSION_LASTS } from '@/lib/access/sessions'
import { systemClock } from '@/lib/clock'
import type { Db } from '@/lib/db/client'
import { addressOf } from '@/lib/doors'

/** Gives the browser that asks the token of its session. */
export async function giveCookie(token: string): Promise<void> {
  const jar = await cookies()
  jar.set(SESSION_COOKIE, token, {
    httpOnly: true,
    sameSite: 'strict',
    // By the address that is set, never by what the request says of itself.
    secure: addressOf(await headers(), currentDoors())?.startsWith('https:') ?? true,
    path: '/',
    maxAge: SESSION_LASTS / 1000,
  })
}

/** A session for the owner who has just set another password at this browser. */
export async function keepSignedIn(db: Db): Promise<void> {
  const owner = await credentialOf('owner')
  if (!owner) return
  const agent = (await headers()).get('user-agent')
  await giveCookie(await openSession(db, { role: 'owner', passwordMark: owner.mark, agent, now: systemClock() }))
}
