import 'server-only'
import { causeOf } from '@/lib/errors'
import type { Media } from '@/lib/venice/answers'
import { VeniceError } from '@/lib/venice/errors'
import type { Answered } from '@/lib/venice/exchange'
import type { Redact } from '@/lib/venice/redact'

/** Enough to tell a film from a text: the size and name of an MP4's first box. */
const HEAD = 12

/** An answer with its first bytes already read, and put back. Null when there were none. */
export interface Opened {
  answer: Answered
  /** Whether the bytes begin like JSON, HTML or XML, whatever the content type says. */
  isText: boolean
}

/**
 * Looks at the first bytes: a text that calls itself `video/mp4` must not be kept as a broken film, and a film
 * under another content type is still what was paid for.
 * @param patience ms until they must be here
 * @throws what the connection throws
 */
export async function openBody(answer: Answered, patience: number): Promise<Opened | null> {
  const rest = answer.body[Symbol.asyncIterator]()
  const timer = setTimeout(answer.close, patience)
  const pieces = await firstPieces(answer, rest).finally(() => clearTimeout(timer))
  const head = Buffer.concat(pieces)
  if (head.length === 0) return null
  const whole = { ...answer, body: prepend(pieces, rest) }
  return { answer: whole, isText: looksLikeText(head, answer.header('content-type')) }
}

async function firstPieces(answer: Answered, rest: AsyncIterator<Uint8Array>): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = []
  try {
    for (let size = 0; size < HEAD; ) {
      const { value, done } = await rest.next()
      if (done) break
      pieces.push(value)
      size += value.length
    }
  } catch (error) {
    answer.close()
    throw error
  }
  return pieces
}

/** The film in an answer; `place` when it is only the rest of one. */
export function mediaOf(answer: Answered, redact: Redact, place?: { from: number; length: number }): Media {
  const announced = answer.header('content-length')
  const length = announced === null ? Number.NaN : Number(announced)
  return {
    body: untilBroken(answer, redact),
    contentType: answer.header('content-type'),
    length: Number.isSafeInteger(length) && length >= 0 ? length : null,
    from: 0,
    tag: strongTag(answer.header('etag')),
    cancel: answer.close,
    ...place,
  }
}

/** Weak validators promise no equal bytes, so nothing may be resumed by them (RFC 9110, 13.1.5). */
function strongTag(etag: string | null): string | null {
  return etag !== null && /^"[\x21\x23-\x7e\x80-\xff]{1,512}"$/.test(etag) ? etag : null
}

function looksLikeText(head: Buffer, contentType: string | null): boolean {
  if (head.subarray(4, 8).toString('latin1') === 'ftyp') return false
  if (/^(application\/json|text\/)/i.test(contentType ?? '')) return true
  return /^\s*([{[<]|$)/.test(head.toString('utf8').replace(/^\ufeff/, ''))
}

async function* prepend(pieces: Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* pieces
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

async function* untilBroken(answer: Answered, redact: Redact): AsyncGenerator<Uint8Array> {
  try {
    yield* answer.body
  } catch (error) {
    throw new VeniceError('venice-media-broken', 'The connection broke off while the clip was coming in.', {
      cause: redact(causeOf(error)),
    })
  } finally {
    answer.close()
  }
}
