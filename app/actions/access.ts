'use server'

import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import * as z from 'zod'
import { asOwner, visitor } from '@/app/access'
import { giveCookie } from '@/app/keep-signed-in'
import { SESSION_COOKIE } from '@/lib/access/cookie'
import { onwardPath } from '@/lib/access/login-path'
import { endAllSessions, endSession } from '@/lib/access/sessions'
import { signIn as open } from '@/lib/access/sign-in'
import type { SettingResult } from '@/lib/access/view'
import { systemClock } from '@/lib/clock'
import { studioDb } from '@/lib/db/client'

// An action may be called by anything that can reach the port: arguments are unknown until parsed.

/** What the sign-in page shows after a try. */
export interface SignInState {
  sentence: string | null
}

const typed = z.object({ password: z.string().min(1), next: z.string().optional() })

/** The one action for people who are not signed in. */
export async function signIn(_before: unknown, form: unknown): Promise<SignInState> {
  const parsed = typed.safeParse(form instanceof FormData ? Object.fromEntries(form) : null)
  if (!parsed.success) return { sentence: 'Type the password.' }
  const asked = await headers()
  const result = await open(await studioDb(), {
    password: parsed.data.password,
    agent: asked.get('user-agent'),
    now: systemClock(),
  })
  if (!result.ok) return { sentence: result.sentence }
  await giveCookie(result.token)
  redirect(onwardPath(parsed.data.next))
}

export async function signOut(): Promise<void> {
  const who = await visitor()
  if (who?.session) await endSession(await studioDb(), who.session.id)
  const jar = await cookies()
  jar.delete(SESSION_COOKIE)
  redirect('/login')
}

/** Every browser, this one too. */
export async function signOutEverywhere(): Promise<SettingResult> {
  return asOwner<SettingResult>(async () => {
    await endAllSessions(await studioDb())
    const jar = await cookies()
    jar.delete(SESSION_COOKIE)
    return { ok: true }
  })
}

/** Another browser. */
export async function endOtherSession(id: unknown): Promise<SettingResult> {
  const parsed = z.uuid().safeParse(id)
  if (!parsed.success) return { ok: false, sentence: 'The page sent something unreadable. Nothing was changed.' }
  return asOwner<SettingResult>(async () => {
    await endSession(await studioDb(), parsed.data)
    return { ok: true }
  })
}
