import 'server-only'
import { causeOf } from '@/lib/errors'
import type { CompleteAnswer, MediaAnswer, Rest } from '@/lib/venice/answers'
import { BlockedAddress, guardedConnector, parseDestination, type Reach, reachOf } from '@/lib/venice/destination'
import { type Answered, exchangeOnce } from '@/lib/venice/exchange'
import type { Line } from '@/lib/venice/line'
import { mediaOf, openBody } from '@/lib/venice/media'
import { remembering } from '@/lib/venice/recent'
import { partsOfAddress, type Redact, redactor } from '@/lib/venice/redact'
import { mismatched, restHeaders, restOf } from '@/lib/venice/rest'
import { type ReplySettings, readReply } from '@/lib/venice/said'

const MOST_REDIRECTS = 3
const REDIRECTS = new Set([301, 302, 303, 307, 308])

/**
 * `GET download_url`: one attempt, which counts against the few the vendor allows. Never throws.
 * @param rest asked for instead of the whole; the whole may come all the same
 */
export async function downloadMedia(line: Line, url: string, signal?: AbortSignal, rest?: Rest): Promise<MediaAnswer> {
  const trip = { ...newTrip(line, 'GET', url, signal), headers: restHeaders(rest) }
  try {
    const answer = await follow(trip)
    if (answer.status === 200) return await found(trip, answer)
    if (rest && answer.status === 206) return await restOf(answer, rest, trip)
    if (rest && answer.status === 416) return await mismatched(answer, 'the file is shorter now', trip)
    return await refusal(trip, answer)
  } catch (error) {
    const cause = trip.redact(causeOf(error))
    return error instanceof BlockedAddress
      ? { kind: 'blocked', cause }
      : { kind: 'troubled', cause, said: null, sent: trip.sent }
  }
}

/** `DELETE download_url`: revokes it. Only after the film is safe here. Never throws; asking again is free. */
export async function revokeDownload(line: Line, url: string, signal?: AbortSignal): Promise<CompleteAnswer> {
  const trip = newTrip(line, 'DELETE', url, signal)
  try {
    const { status, trouble } = await readReply(await follow(trip), trip)
    if (status === 404 || status === 410) return { kind: 'gone' }
    return status >= 200 && status < 300 ? { kind: 'done' } : { kind: 'again', cause: trouble }
  } catch (error) {
    return { kind: 'again', cause: trip.redact(causeOf(error)) }
  }
}

/** One fetch of a secret address, redirects included. */
interface Trip extends ReplySettings {
  method: 'GET' | 'DELETE'
  headers: Record<string, string>
  reach: Reach
  /** Every address on the way; all of them are secrets. */
  visited: string[]
  /** Whether a request may have reached anybody. */
  sent: boolean
  signal: AbortSignal | undefined
}

function newTrip(line: Line, method: 'GET' | 'DELETE', url: string, signal: AbortSignal | undefined): Trip {
  const visited = [url]
  const redact: Redact = (text) => redactor(...visited.flatMap(partsOfAddress))(line.redact(text))
  return {
    method,
    headers: {},
    reach: reachOf(line.baseUrl),
    visited,
    sent: false,
    signal,
    redact,
    timeouts: line.timeouts,
    now: line.now,
  }
}

/** @throws BlockedAddress, and what the connection throws */
async function follow(trip: Trip): Promise<Answered> {
  let url = parseDestination(trip.visited[0] ?? '', trip.reach)
  for (;;) {
    const answer = await fetchOne(trip, url)
    const location = REDIRECTS.has(answer.status) ? answer.header('location') : null
    if (location === null) return answer
    answer.close()
    if (trip.visited.length > MOST_REDIRECTS) throw new Error(`more than ${MOST_REDIRECTS} redirects`)
    url = parseDestination(location, trip.reach, url)
    trip.visited.push(url.href)
  }
}

async function fetchOne(trip: Trip, url: URL): Promise<Answered> {
  const { method, headers, reach, timeouts, signal } = trip
  const pending = exchangeOnce(guardedConnector(reach, timeouts.connect), {
    method,
    url,
    headers: { accept: 'video/mp4, */*;q=0.1', ...headers },
    headersTimeout: timeouts.headers,
    idleTimeout: timeouts.mediaIdle,
    signal,
  })
  const result = await remembering(`${method} download`, pending, trip)
  trip.sent ||= result.kind === 'answered' || result.sent
  if (result.kind === 'unanswered') throw result.error
  return result
}

async function found(trip: Trip, answer: Answered): Promise<MediaAnswer> {
  const opened = await openBody(answer, trip.timeouts.text)
  if (opened && !opened.isText) return { kind: 'media', media: mediaOf(opened.answer, trip.redact) }
  const { said } = await readReply(opened?.answer ?? answer, trip)
  return {
    kind: 'troubled',
    cause: opened ? 'the answer is a text, not a film' : 'the answer is empty',
    said,
    sent: true,
  }
}

async function refusal(trip: Trip, answer: Answered): Promise<MediaAnswer> {
  const { status, said, trouble } = await readReply(answer, trip)
  if (status === 404 || status === 410) return { kind: 'gone', said }
  return status === 429 ? { kind: 'limited', said } : { kind: 'troubled', cause: trouble, said, sent: true }
}
