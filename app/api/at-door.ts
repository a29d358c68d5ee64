import { currentDoors, openDoorRefusal } from '@/lib/access/doors'
import { refusalOf } from '@/lib/doors'

// What proxy.ts asks for every other route. Those that take large bodies ask for themselves, before they ask who comes:
// Next copies a body into memory for the proxy and cuts it off at 10 MB.

type Handler = (request: Request) => Promise<Response>

/** A handler of a route that proxy.ts does not stand before: whoever is not let in is refused, as everywhere else. */
export const atDoor =
  (handler: Handler): Handler =>
  async (request) =>
    refusedAtDoor({ method: request.method, headers: request.headers, path: new URL(request.url).pathname }) ??
    handler(request)

/** For the methods that such a route does not have: Next would answer them by itself, to anybody. */
export const notOffered = atDoor(async () => new Response(null, { status: 405 }))

/** The answer to a request that is not let in, wherever it goes; null: it is. */
export function refusedAtDoor(asked: { method: string; headers: Headers; path: string }): Response | null {
  const refusal = refusalOf(asked, currentDoors())
  if (refusal !== null) return said(refusal, 403)
  const open = openDoorRefusal()
  return open === null ? null : said(open, 503)
}

const said = (sentence: string, status: number) =>
  new Response(sentence, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
