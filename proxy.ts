import { type NextRequest, NextResponse } from 'next/server'
import { allowedHosts, comesForShared, refusalOf } from '@/lib/doors'
import { environment } from '@/lib/env'

const settings = environment()
const hosts = allowedHosts(settings)

/**
 * Every request of every route passes here first: pages, actions, handlers, media and static files alike. Two paths
 * do not, and ask at their own door (app/api/refused-at-door): Next copies a body into memory for the proxy and cuts it
 * off at 10 MB.
 */
export function proxy(request: NextRequest): NextResponse {
  const { method, headers, nextUrl } = request
  if (comesForShared({ method, headers, path: nextUrl.pathname }, settings)) return NextResponse.next()
  const refusal = refusalOf(request, hosts)
  if (refusal)
    return new NextResponse(refusal, { status: 403, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  return NextResponse.next()
}

export const config = { matcher: '/((?!api/uploads$|api/library/import$).*)' }
