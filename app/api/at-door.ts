import { currentDoors } from '@/lib/access/doors'
import { refusalOf } from '@/lib/doors'

// What proxy.ts asks of every other route. Those that take large bodies ask for themselves, before they ask who comes:
// Next copies a body into memory for the proxy and cuts it off at 10 MB.

type Handler = (request: Request) => Promise<Response>

/** A handler of a route that proxy.ts does not stand before: whoever is not let in is refused, as everywhere else. */
export const atDoor =
  (handler: Handler): Handler =>
  async (request) =>
    refusedAtDoor(request) ?? handler(request)

/** For the methods that such a route does not have: Next would answer them by itself, to anybody. */
export const notOffered = atDoor(async () => new Response(null, { status: 405 }))

function refusedAtDoor({ method, headers, url }: Request): Response | null {
  const refusal = refusalOf({ method, headers, path: new URL(url).pathname }, currentDoors())
  return refusal === null
    ? null
    : new Response(refusal, { status: 403, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
