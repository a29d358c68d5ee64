import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { refusedAtDoor } from '@/app/api/at-door'
import { PATH_HEADER, SESSION_COOKIE } from '@/lib/access/cookie'
import { passwordIsSet } from '@/lib/access/credentials'
import { loginPath } from '@/lib/access/login-path'
import { isOpen } from '@/lib/access/open-paths'
import { contentPolicy } from '@/lib/access/policy'
import { looksLikeToken } from '@/lib/access/token'
import { comesForShared } from '@/lib/doors'
import { environment, isDevelopment } from '@/lib/env'

/**
 * Every request of every route passes here first: pages, actions, handlers, media and static files alike. Two paths
 * do not, and ask at their own door (app/api/at-door): Next copies a body into memory for the proxy and cuts it
 * off at 10 MB. Whether a session is one is asked by what is behind (app/access.ts); here, only whether there is one.
 */
export function proxy(request: NextRequest): Response {
  const { method, headers, nextUrl } = request
  const path = nextUrl.pathname
  if (comesForShared({ method, headers, path }, environment())) return NextResponse.next()
  const refused = refusedAtDoor({ method, headers, path })
  if (refused) return refused
  const token = request.cookies.get(SESSION_COOKIE)?.value
  if (passwordIsSet() && !isOpen(path) && !looksLikeToken(token)) return signedOut(request)
  return path.startsWith('/api/') ? NextResponse.next() : page(request)
}

/** A page leads to where to sign in; what a page fetches is refused. */
function signedOut({ method, nextUrl, url }: NextRequest): NextResponse {
  const { pathname, search } = nextUrl
  if (method === 'GET' && !pathname.startsWith('/api/')) {
    return NextResponse.redirect(new URL(loginPath(pathname + search), url), 307)
  }
  const refusal = { ok: false, sentence: 'You are signed out. Sign in, then try again: nothing was done.' }
  return NextResponse.json(refusal, { status: 401, headers: { 'cache-control': 'no-store' } })
}

/** Next reads the nonce from the request's policy, and puts it on every script it writes. */
function page(request: NextRequest): NextResponse {
  const policy = contentPolicy(randomBytes(16).toString('base64'), isDevelopment())
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

export const config = { matcher: '/((?!api/uploads$|api/library/import$).*)' }
