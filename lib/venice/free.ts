import 'server-only'
import type { z } from 'zod'
import type { Balance } from '@/lib/venice/answers'
import { complaintOf } from '@/lib/venice/complaint'
import { VeniceError, type VeniceErrorCode } from '@/lib/venice/errors'
import type { Exchange } from '@/lib/venice/exchange'
import type { Line } from '@/lib/venice/line'
import { type PricingRequest, toQuoteBody } from '@/lib/venice/request'
import { type Reply, readReply } from '@/lib/venice/said'
import { balanceShape, modelListShape, quoteShape } from '@/lib/venice/wire'

/** `GET /models?type=video`: the entries as they came. @throws VeniceError */
export async function listVideoModels(line: Line, signal?: AbortSignal): Promise<unknown> {
  const answer = await line.ask('/models?type=video', signal)
  return (await read(line, answer, modelListShape, 'the list of models')).data
}

/** `POST /video/quote`: the price in µUSD at this moment. Free. @throws VeniceError */
export async function quoteVideo(line: Line, request: PricingRequest, signal?: AbortSignal): Promise<number> {
  const answer = await line.post('/video/quote', toQuoteBody(request), signal)
  return (await read(line, answer, quoteShape, 'a price')).quote
}

/** `GET /billing/balance`. @throws VeniceError */
export async function readBalance(line: Line, signal?: AbortSignal): Promise<Balance> {
  const told = await read(line, await line.ask('/billing/balance', signal), balanceShape, 'the balance')
  const { usd: usdMicro, diem: diemMicro } = told.balances
  return { canConsume: told.canConsume, currency: told.consumptionCurrency, usdMicro, diemMicro }
}

const REFUSALS: Record<number, { code: VeniceErrorCode; why: string }> = {
  400: { code: 'venice-invalid', why: 'it does not accept these settings' },
  401: { code: 'venice-unauthorized', why: 'it does not accept the API key: check VENICE_API_KEY' },
  402: { code: 'venice-balance', why: 'the balance is too low' },
  403: { code: 'venice-region', why: 'it does not offer this model in your region' },
  404: { code: 'venice-not-found', why: 'it does not know this model' },
  422: { code: 'venice-policy', why: 'its content policy refuses this' },
  429: { code: 'venice-limited', why: 'too many requests were made: wait a moment' },
}

/** The body of an answer in the shape it must have. `wanted` goes into the sentence: "a price". */
async function read<T>(line: Line, answer: Exchange, shape: z.ZodType<T>, wanted: string): Promise<T> {
  if (answer.kind === 'unanswered') throw unanswered(wanted, answer.cause)
  const reply = await readReply(answer, line)
  if (reply.status !== 200) throw refused(line, reply, wanted)
  const parsed = shape.safeParse(reply.json)
  if (parsed.success) return parsed.data
  const sentence = `Venice’s answer about ${wanted} cannot be read. Nothing was spent. Try again in a moment.`
  throw new VeniceError('venice-unreadable', sentence, { cause: reply.trouble })
}

function unanswered(wanted: string, cause: string): VeniceError {
  if (cause === 'stopped') {
    return new VeniceError('venice-stopped', `Asking Venice for ${wanted} was stopped. Nothing was spent.`, { cause })
  }
  const sentence = `Venice could not be reached for ${wanted}. Nothing was spent. Check the connection, then try again.`
  return new VeniceError('venice-unreachable', sentence, { cause })
}

function refused(line: Line, { status, json, said, trouble }: Reply, wanted: string): VeniceError {
  const { sentence: words, issues } = complaintOf(json, line.redact)
  const known = REFUSALS[status]
  const why = known?.why ?? 'it has trouble of its own: try again in a moment'
  const told = words === null ? '' : ` It says: ${words}`
  const sentence = `Venice gave no answer about ${wanted}, because ${why}. Nothing was spent.${told}`
  return new VeniceError(known?.code ?? 'venice-troubled', sentence, { cause: trouble, issues, retryAt: said.retryAt })
}
