import 'server-only'
import { Agent, buildConnector } from 'undici'
import type { Clock } from '@/lib/clock'
import { type Exchange, exchange, exchangeOnce } from '@/lib/venice/exchange'
import { endingOrderly } from '@/lib/venice/orderly-end'
import { remembering } from '@/lib/venice/recent'
import { type Redact, redactor } from '@/lib/venice/redact'
import type { JsonObject } from '@/lib/venice/request'
import type { ReplySettings } from '@/lib/venice/said'
import type { Timeouts } from '@/lib/venice/timeouts'

/** Where the API is and who asks. */
export interface VeniceAccess {
  baseUrl: string
  apiKey: string
}

/** The way to the API: address, key, connections, patience. */
export interface Line extends ReplySettings {
  baseUrl: string
  /** Asks over kept-alive connections. */
  ask(path: string, signal?: AbortSignal): Promise<Exchange>
  post(path: string, body: JsonObject, signal?: AbortSignal): Promise<Exchange>
  /** Sends at most once, on a connection of its own. @param patience ms to the headers of the answer */
  postOnce(path: string, body: JsonObject, signal?: AbortSignal, patience?: number): Promise<Exchange>
}

/** @param now for `retryAt` */
export function openLine(access: VeniceAccess, timeouts: Timeouts, now: Clock): Line {
  const redact = redactor(access.apiKey)
  const connect = endingOrderly(buildConnector({ timeout: timeouts.connect, keepAlive: true }))
  const pool = new Agent({ pipelining: 1, connect })
  const call = (method: 'GET' | 'POST', path: string, signal: AbortSignal | undefined, body?: JsonObject) => ({
    method,
    url: new URL(`${access.baseUrl}${path}`),
    headers: headersFor(access.apiKey, body !== undefined),
    body: body === undefined ? undefined : JSON.stringify(body),
    headersTimeout: timeouts.headers,
    idleTimeout: timeouts.mediaIdle,
    signal,
  })
  const told = (method: string, path: string, signal: AbortSignal | undefined, pending: Promise<Exchange>) =>
    hushed(remembering(`${method} ${path.split('?')[0]}`, pending, { now, signal }), redact)
  return {
    baseUrl: access.baseUrl,
    timeouts,
    redact,
    now,
    ask: (path, signal) => told('GET', path, signal, exchange(pool, call('GET', path, signal))),
    post: (path, body, signal) => told('POST', path, signal, exchange(pool, call('POST', path, signal, body))),
    postOnce: (path, body, signal, patience = timeouts.queueHeaders) => {
      const once = { ...call('POST', path, signal, body), headersTimeout: patience }
      return told('POST', path, signal, exchangeOnce(connect, once))
    },
  }
}

function headersFor(apiKey: string, hasBody: boolean): Record<string, string> {
  const headers = { authorization: `Bearer ${apiKey}`, accept: 'application/json, video/mp4;q=0.9, */*;q=0.1' }
  return hasBody ? { ...headers, 'content-type': 'application/json' } : headers
}

async function hushed(pending: Promise<Exchange>, redact: Redact): Promise<Exchange> {
  const result = await pending
  return result.kind === 'unanswered' ? { ...result, cause: redact(result.cause) } : result
}
