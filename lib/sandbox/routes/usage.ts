import { type Answer, json, refuse, refuseInvalid } from '../answer'
import { PER_USD } from '../billing'
import type { Context } from '../context'
import type { Asked } from '../request'
import { issue, issuesOf } from '../rules/issue'
import { seedOf } from '../seed'
import type { LedgerLine } from '../store/ledger'
import { csv } from './usage-csv'
import {
  readCursor,
  type UsageFilters,
  type UsagePage,
  type UsagePlace,
  usageFilters,
  writeCursor,
} from './usage-cursor'

/** `GET /billing/usage-history`: charges (negative) and refunds, oldest first, in cursor pages, as JSON or CSV. */
export function readUsage(context: Context, asked: Asked): Answer {
  if (!context.billing.permitted) throw refuse(401, 'Authentication failed')
  const { filters, after } = pageOf(asked.query)
  const waiting = placedLines(context).filter((one) => matches(one.line, filters) && (!after || isAfter(one, after)))
  const shown = waiting.slice(0, filters.pageSize)
  const last = shown.at(-1)
  const nextCursor = last && waiting.length > shown.length ? writeCursor({ filters, after: placeOf(last) }) : null
  const entries = shown.map(({ line }) => entryOf(line))
  if (asked.headers.accept?.includes('text/csv')) return csv(entries, nextCursor, context.now())
  return json({ data: entries, nextCursor })
}

interface Placed extends UsagePlace {
  line: LedgerLine
}

/** What shows by now, in the order of time; a line that shows late takes the place its time gives it. */
function placedLines({ ledger, billing, now, speed }: Context): Placed[] {
  const placed = (from: number) => (line: LedgerLine, index: number) => ({
    line,
    at: Date.parse(line.at),
    number: from + index,
  })
  return [...ledger.lines().map(placed(0)), ...billing.strangers.map(placed(STRANGERS_FROM))]
    .filter(({ line }) => billing.shows(line, now(), speed))
    .sort((a, b) => a.at - b.at || a.number - b.number)
}

/** Numbers of lines of one moment: those of strangers come after all of ours, however many these become. */
const STRANGERS_FROM = 1e9

const placeOf = ({ at, number }: Placed): UsagePlace => ({ at, number })

const isAfter = (one: UsagePlace, other: UsagePlace) =>
  one.at > other.at || (one.at === other.at && one.number > other.number)

/** A continuation carries its filters inside the cursor, and nothing beside it. */
function pageOf(query: URLSearchParams): UsagePage {
  const cursor = query.get('cursor')
  if (cursor !== null) {
    if (query.size > 1) throw refuseInvalid([issue('cursor', 'Filters may not be sent alongside a cursor')])
    return readCursor(cursor)
  }
  const parsed = usageFilters.safeParse(Object.fromEntries(query))
  if (!parsed.success) throw refuseInvalid(issuesOf(parsed.error))
  const { startTimestamp, endTimestamp } = parsed.data
  if (startTimestamp && endTimestamp && Date.parse(endTimestamp) <= Date.parse(startTimestamp)) {
    throw refuseInvalid([issue('endTimestamp', 'endTimestamp must be later than startTimestamp')])
  }
  return { filters: parsed.data, after: null }
}

function matches(line: LedgerLine, { currency, startTimestamp, endTimestamp }: UsageFilters): boolean {
  const at = Date.parse(line.at)
  if (currency !== undefined && currency !== (line.currency ?? 'USD')) return false
  if (startTimestamp && at < Date.parse(startTimestamp)) return false
  return !(endTimestamp && at >= Date.parse(endTimestamp))
}

export type UsageEntry = ReturnType<typeof entryOf>

function entryOf(line: LedgerLine) {
  const usd = line.microUsd / 1e6
  const currency = line.currency ?? 'USD'
  const amount = Math.round(line.microUsd * PER_USD[currency]) / 1e6
  // The API leaves the details out of many entries; so that nobody relies on them, so does every other one here.
  const detailed = seedOf(line.requestId) % 2 === 0
  const { requestId } = line
  return {
    amount: line.kind === 'charge' ? -amount : amount,
    currency,
    inferenceDetails: detailed
      ? { completionTokens: null, inferenceExecutionTime: null, promptTokens: null, requestId }
      : null,
    notes: line.kind === 'charge' ? 'API Inference' : 'API Inference Refund',
    pricePerUnitUsd: usd,
    sku: `${line.model}-video-unit`,
    timestamp: line.at,
    units: 1,
  }
}
