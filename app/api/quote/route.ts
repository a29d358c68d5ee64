import { forViewers } from '@/app/access'
import { answerQuote } from '@/lib/generations/quote'
import { readQuoteQuery } from '@/lib/generations/quote-query'
import type { QuoteAnswer } from '@/lib/generations/view'

export const dynamic = 'force-dynamic'

const UNREADABLE: QuoteAnswer = {
  ok: false,
  sentence: 'These settings can’t be priced. Choose the model again.',
  field: null,
}

/**
 * The live price. A GET and not an action (docs/decisions/002): it changes nothing, the browser can abort it, and a
 * stalled one holds nothing else up.
 */
export const GET = forViewers(async (request: Request) => {
  const query = new URL(request.url).searchParams
  const question = readQuoteQuery(query)
  if (!question) return Response.json(UNREADABLE)
  return Response.json(await answerQuote(question, { signal: request.signal, fresh: query.has('fresh') }))
})
