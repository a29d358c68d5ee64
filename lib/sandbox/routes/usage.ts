import { type Answer, json, refuseInvalid } from '../answer'
import type { Context } from '../context'
import type { Asked } from '../request'
import { issue, issuesOf } from '../rules/issue'
import { seedOf } from '../seed'
import type { LedgerLine } from '../store/ledger'
import { readCursor, type UsageFilters, type UsagePage, usageFilters, writeCursor } from './usage-cursor'

/** `GET /billing/usage-history`: charges (negative) and refunds, oldest first, in cursor pages, as JSON or CSV. */
export function readUsage(context: Context, asked: Asked): Answer {
  const page = pageOf(asked.query)
  const lines = context.ledger.lines()
  const entries: UsageEntry[] = []
  let at = page.at
  for (; at < lines.length && entries.length < page.filters.pageSize; at += 1) {
    const line = lines[at]
    if (line && matches(line, page.filters)) entries.push(entryOf(line))
  }
  const more = lines.slice(at).some((line) => matches(line, page.filters))
  const nextCursor = more ? writeCursor({ filters: page.filters, at }) : null
  if (asked.headers.accept?.includes('text/csv')) return csv(entries, nextCursor, context.now())
  return json({ data: entries, nextCursor })
}

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
  return { filters: parsed.data, at: 0 }
}

function matches(line: LedgerLine, { currency, startTimestamp, endTimestamp }: UsageFilters): boolean {
  const at = Date.parse(line.at)
  if (currency !== undefined && currency !== 'USD') return false
  if (startTimestamp && at < Date.parse(startTimestamp)) return false
  return !(endTimestamp && at >= Date.parse(endTimestamp))
}

type UsageEntry = ReturnType<typeof entryOf>

function entryOf(line: LedgerLine) {
  const usd = line.microUsd / 1e6
  // The API leaves the details out of many entries; so that nobody relies on them, so does every other one here.
  const detailed = seedOf(line.requestId) % 2 === 0
  const { requestId } = line
  return {
    amount: line.kind === 'charge' ? -usd : usd,
    currency: 'USD',
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

function csv(entries: UsageEntry[], nextCursor: string | null, now: number): Answer {
  const rows = entries.map((entry) =>
    [entry.timestamp, entry.sku, entry.pricePerUnitUsd, entry.units, entry.amount, entry.currency, entry.notes].join(
      ',',
    ),
  )
  const stamp = new Date(now).toISOString().replace(/[-:.]/g, '')
  const headers: Record<string, string> = {
    'content-disposition': `attachment; filename=billing-usage-history-${stamp}.csv`,
  }
  if (nextCursor) headers['x-next-cursor'] = nextCursor
  const text = ['timestamp,sku,pricePerUnitUsd,units,amount,currency,notes', ...rows].join('\n')
  return { status: 200, headers, body: { kind: 'text', text: `${text}\n`, type: 'text/csv; charset=utf-8' } }
}
