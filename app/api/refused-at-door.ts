import { currentDoors } from '@/lib/access/doors'
import { refusalOf } from '@/lib/doors'

/**
 * The answer to a request that is not let in, or null. `proxy.ts` asks this for every other route; one that takes
 * large bodies asks for itself, since Next copies a body into memory for the proxy and cuts it off at 10 MB.
 */
export function refusedAtDoor(request: Request): Response | null {
  const { method, headers, url } = request
  const refusal = refusalOf({ method, headers, path: new URL(url).pathname }, currentDoors())
  return refusal === null
    ? null
    : new Response(refusal, { status: 403, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
