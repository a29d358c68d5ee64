import 'server-only'
import { Readable } from 'node:stream'
import type { Dispatcher } from 'undici'
import { causeOf } from '@/lib/errors'
import { type Connector, singleConnection } from '@/lib/venice/connection'

export interface Call {
  method: 'GET' | 'POST' | 'DELETE'
  url: URL
  headers: Record<string, string>
  body?: string
  /** ms to the headers of the answer. */
  headersTimeout: number
  /** ms between two pieces of the body. */
  idleTimeout: number
  signal: AbortSignal | undefined
}

/** Headers of an answer, and its body still on the way. `close` must be called, also after an error. */
export interface Answered {
  kind: 'answered'
  status: number
  header(name: string): string | null
  body: AsyncIterable<Uint8Array>
  close(): void
}

/** No answer. `sent` is false only if it is certain that nothing of the request left this machine. */
export interface Unanswered {
  kind: 'unanswered'
  sent: boolean
  cause: string
  error: unknown
}

export type Exchange = Answered | Unanswered

/** Over a pool of kept-alive connections: for calls that are free to ask again. Never throws. */
export async function exchange(pool: Dispatcher, call: Call): Promise<Exchange> {
  try {
    const answer = await dispatch(pool, call, call.body ?? null)
    return answered(answer, () => {})
  } catch (error) {
    return { kind: 'unanswered', sent: true, cause: causeOf(error), error }
  }
}

/** Over a connection of its own that is never opened twice: for what is paid, and for hosts that are not the API's. Never throws. */
export async function exchangeOnce(connect: Connector, call: Call): Promise<Exchange> {
  const stop = call.signal ?? new AbortController().signal
  const single = singleConnection(call.url.origin, connect, stop)
  try {
    const answer = await dispatch(single.client, call, inPieces(call.body))
    return answered(answer, single.close)
  } catch (error) {
    single.close()
    return { kind: 'unanswered', sent: single.connected(), cause: causeOf(error), error }
  }
}

async function dispatch(dispatcher: Dispatcher, call: Call, body: string | Readable | null) {
  const interim = interimWatch(call)
  const length = call.body === undefined ? {} : { 'content-length': String(Buffer.byteLength(call.body)) }
  const asked = dispatcher.request({
    origin: call.url.origin,
    path: `${call.url.pathname}${call.url.search}`,
    method: call.method,
    headers: { 'user-agent': 'squero', ...call.headers, ...length },
    body,
    headersTimeout: call.headersTimeout,
    bodyTimeout: call.idleTimeout,
    signal: interim.signal,
    onInfo: interim.came,
  })
  return unlessStopped(asked, call.signal).finally(interim.stop)
}

/**
 * undici begins to wait anew with each interim answer (1xx): without an end of our own, a server that sends nothing
 * else would hold a paid request open for ever.
 */
function interimWatch(call: Call) {
  const tired = new AbortController()
  let timer: NodeJS.Timeout | undefined
  return {
    signal: call.signal ? AbortSignal.any([call.signal, tired.signal]) : tired.signal,
    came() {
      timer ??= setTimeout(() => tired.abort(new Error('nothing but interim answers came')), call.headersTimeout)
    },
    stop: () => clearTimeout(timer),
  }
}

/** undici notices a signal only once it is connected. */
function unlessStopped<T>(asked: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return asked
  return new Promise((resolve, reject) => {
    const stop = () => reject(new Error('stopped'))
    signal.addEventListener('abort', stop, { once: true })
    asked.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
    if (signal.aborted) stop()
  })
}

function answered(answer: Dispatcher.ResponseData, release: () => void): Answered {
  // A body nobody reads any more reports its end as an error.
  answer.body.on('error', () => {})
  return {
    kind: 'answered',
    status: answer.statusCode,
    header: (name) => [answer.headers[name]].flat()[0] ?? null,
    body: answer.body,
    close: () => {
      answer.body.destroy()
      release()
    },
  }
}

const PIECE = 64 * 1024

/** In pieces, so that a large body on a slow line is seen to move and does not run into the headers timeout. */
function inPieces(body: string | undefined): Readable | null {
  if (body === undefined) return null
  const bytes = Buffer.from(body)
  const pieces = Array.from({ length: Math.ceil(bytes.length / PIECE) }, (_, i) =>
    bytes.subarray(i * PIECE, (i + 1) * PIECE),
  )
  return Readable.from(pieces, { objectMode: false })
}
