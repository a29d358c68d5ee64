import { visitorOf } from '@/app/access'

export const dynamic = 'force-dynamic'

/**
 * Whether this browser is signed in, for the sign-in page: it is drawn also for one that is, when a link on another site
 * led here, since a SameSite=Strict cookie does not come along then. It comes along with this.
 */
export async function GET(request: Request): Promise<Response> {
  const who = await visitorOf(request)
  return Response.json({ role: who?.role ?? null }, { headers: { 'cache-control': 'no-store' } })
}
