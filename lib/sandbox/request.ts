import type { IncomingMessage } from 'node:http'
import { refuse } from './answer'

/** The API takes bodies of 35 MB at most, counted here in the stricter reading. */
export const MOST_BODY_BYTES = 35_000_000

/** A request as the routes see it: read, identified, and named. */
export interface Asked {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingMessage['headers']
  raw: Buffer
  /** The bearer key that came, or '' without one. */
  key: string
  requestId: string
}

/** Reads the body. Stops at 35 MB and throws 413; the rest is never read. */
export async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  if (Number(incoming.headers['content-length'] ?? 0) > MOST_BODY_BYTES) throw tooLarge()
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
      size += chunk.length
      if (size > MOST_BODY_BYTES) break
      chunks.push(chunk)
    }
  } catch {
    // The client hung up in mid-body: nobody reads this answer, but nothing may be done for half a request.
    throw refuse(400, 'The request body was cut off')
  }
  if (size > MOST_BODY_BYTES) throw tooLarge()
  return Buffer.concat(chunks)
}

/** Throws 415 unless the body says it is JSON. */
export function requireJson(asked: Asked): void {
  const type = asked.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw refuse(415, 'Content-Type must be application/json')
}

function tooLarge() {
  return refuse(
    413,
    'The request payload is too large. Please reduce the size of your request.',
    { code: 'PAYLOAD_TOO_LARGE' },
    { connection: 'close' },
  )
}
