import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { PATH_HEADER, SESSION_COOKIE } from '@/lib/access/cookie'
import { passwordIsSet, type Role } from '@/lib/access/credentials'
import { openDoorRefusal } from '@/lib/access/doors'
import { loginPath } from '@/lib/access/login-path'
import { findSession, type OpenSession } from '@/lib/access/sessions'
import { systemClock } from '@/lib/clock'
import { studioDb } from '@/lib/db/client'

// Asked by every page, action and handler itself, next to what it reads or does: proxy.ts only looks whether a cookie is
// there, and whatever leads around it leads to nothing.

/** Who asks. Without a password that is whoever sits at this machine, if nobody else gets here: the owner, in no session. */
export interface Visitor {
  role: Role
  session: OpenSession | null
}

/** Who asks for a page or calls an action; null: somebody who has to sign in. */
export async function visitor(): Promise<Visitor | null> {
  return passwordIsSet() ? ofToken((await cookies()).get(SESSION_COOKIE)?.value) : withoutPassword()
}

const ANYBODY: Visitor = { role: 'owner', session: null }

/** Settings can go while the studio runs: what it would not start with it does not open to either. */
const withoutPassword = () => (openDoorRefusal() === null ? ANYBODY : null)

async function ofToken(token: string | undefined): Promise<Visitor | null> {
  const session = await findSession(await studioDb(), token, systemClock())
  return session && { role: session.role, session }
}

/** For a page, before it reads anything: whoever has to sign in is led there. */
export async function mayLook(): Promise<Visitor> {
  return (await visitor()) ?? redirect(loginPath((await headers()).get(PATH_HEADER)))
}

type Handler<Rest extends unknown[]> = (request: Request, ...rest: Rest) => Promise<Response>

/** A handler for all who may look. */
export function forViewers<Rest extends unknown[]>(handler: Handler<Rest>): Handler<Rest> {
  return (request, ...rest) => behindDoor('viewer', request, () => handler(request, ...rest))
}

/** A handler for who may change something. */
export function forOwner<Rest extends unknown[]>(handler: Handler<Rest>): Handler<Rest> {
  return (request, ...rest) => behindDoor('owner', request, () => handler(request, ...rest))
}

async function behindDoor(role: Role, request: Request, work: () => Promise<Response>): Promise<Response> {
  const who = await visitorOf(request)
  if (!who) return said(SIGNED_OUT, 401)
  return role === 'owner' && who.role !== 'owner' ? said(ONLY_LOOKS, 403) : work()
}

/** Who asks, by the request alone. */
export async function visitorOf(request: Request): Promise<Visitor | null> {
  return passwordIsSet() ? ofToken(tokenIn(request.headers.get('cookie'))) : withoutPassword()
}

/** Runs what changes or spends, for the owner; for anybody else `refuse` makes a result of the sentence. */
export async function asOwner<Done, Refused = { ok: false; sentence: string }>(
  work: () => Promise<Done>,
  refuse: (sentence: string) => Refused = (sentence) => ({ ok: false, sentence }) as Refused,
): Promise<Done | Refused> {
  const who = await visitor()
  if (!who) return refuse(SIGNED_OUT)
  return who.role === 'owner' ? work() : refuse(ONLY_LOOKS)
}

const SIGNED_OUT = 'You are signed out. Sign in, then try again: nothing was done.'
const ONLY_LOOKS = 'You are signed in to look. Only the owner can change something or spend: nothing was done.'
const said = (sentence: string, status: number) =>
  Response.json({ ok: false, sentence }, { status, headers: { 'cache-control': 'no-store' } })

function tokenIn(cookie: string | null): string | undefined {
  const pairs = cookie?.split(';').map((pair) => pair.trim()) ?? []
  return pairs.find((pair) => pair.startsWith(`${SESSION_COOKIE}=`))?.slice(SESSION_COOKIE.length + 1)
}
