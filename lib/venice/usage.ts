import 'server-only'
import type { UsageEntry } from '@/lib/venice/answers'
import { VeniceError } from '@/lib/venice/errors'
import { read } from '@/lib/venice/free'
import type { Line } from '@/lib/venice/line'
import type { Redact } from '@/lib/venice/redact'
import type { JsonObject } from '@/lib/venice/request'
import { readUsageEntry } from '@/lib/venice/usage-entry'
import { usagePageShape } from '@/lib/venice/wire'

/** The most the API gives at once. */
const PAGE_SIZE = 1000
/** 40,000 entries: a window with more than that is not one that a few clips are looked for in. */
const MOST_PAGES = 40
/** Bytes of one entry as it is kept; the largest documented one has about 400. */
const LONGEST_ENTRY = 4000

/** Which entries: ms since 1970, `from` inclusive, `to` exclusive; without `to`, all that follow. */
export interface UsageWindow {
  from: number
  to?: number
}

/**
 * `GET /billing/usage-history`: walks all pages of a window. Free. A cursor the API rejects starts the walk anew, once.
 * @throws VeniceError; `venice-not-permitted` when this key may not read it
 */
export async function readUsageHistory(line: Line, window: UsageWindow, signal?: AbortSignal): Promise<UsageEntry[]> {
  const once = () => walk(line, window, signal)
  const again = (error: unknown) => {
    if (error instanceof CursorRejected) return once()
    throw error
  }
  return once()
    .catch(again)
    .catch((error: unknown) => {
      throw toldBy(error)
    })
}

class CursorRejected extends Error {}

async function walk(line: Line, window: UsageWindow, signal: AbortSignal | undefined): Promise<UsageEntry[]> {
  const entries: UsageEntry[] = []
  let query = firstPage(window)
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { data, nextCursor } = await readPage(line, query, page > 1, signal)
    entries.push(...entriesOf(data, line.redact))
    if (nextCursor === null) return entries
    query = new URLSearchParams({ cursor: nextCursor })
  }
  throw unreadable('The usage history of that time is too long to be read.')
}

function firstPage({ from, to }: UsageWindow): URLSearchParams {
  const query = new URLSearchParams({ startTimestamp: iso(from), pageSize: String(PAGE_SIZE) })
  if (to !== undefined) query.set('endTimestamp', iso(to))
  return query
}

async function readPage(line: Line, query: URLSearchParams, continued: boolean, signal: AbortSignal | undefined) {
  try {
    const answer = await line.ask(`/billing/usage-history?${query}`, signal)
    return await read(line, answer, usagePageShape, 'usage history')
  } catch (error) {
    // A 400 to a request that holds nothing but a cursor is about the cursor.
    if (continued && error instanceof VeniceError && error.code === 'venice-invalid') throw new CursorRejected()
    throw error
  }
}

/** What can be read of a page. @throws VeniceError when there are entries and none can be */
function entriesOf(told: unknown[], redact: Redact): UsageEntry[] {
  const entries = told.flatMap((one) => entryOf(one, redact) ?? [])
  if (told.length > 0 && entries.length === 0) throw unreadable('The entries of the usage history cannot be read.')
  return entries
}

function entryOf(told: unknown, redact: Redact): UsageEntry | null {
  const text = redact(JSON.stringify(told))
  const whole: JsonObject = JSON.parse(text)
  const entry = readUsageEntry(whole)
  return entry && { ...entry, body: text.length > LONGEST_ENTRY ? coreOf(entry) : whole }
}

/** An entry too long to be kept as it came, in its own spelling. */
function coreOf({ sku, currency, amountMicro, at, notes, priceMicroUsd }: Omit<UsageEntry, 'body'>): JsonObject {
  const priced: JsonObject = priceMicroUsd === null ? {} : { pricePerUnitUsd: priceMicroUsd / 1_000_000, units: 1 }
  return { sku, currency, amount: amountMicro / 1_000_000, timestamp: iso(at), notes, ...priced }
}

function toldBy(error: unknown): unknown {
  if (error instanceof CursorRejected) return unreadable('Venice lost its place in the usage history twice.')
  if (!(error instanceof VeniceError)) return error
  if (error.code !== 'venice-unauthorized' && error.code !== 'venice-region') return error
  const sentence = 'Venice does not let this key read the usage history. Charges stay as quoted.'
  return new VeniceError('venice-not-permitted', sentence, { cause: String(error.cause) })
}

const unreadable = (why: string) => new VeniceError('venice-unreadable', `${why} Charges stay as quoted.`)

const iso = (at: number) => new Date(at).toISOString()
