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
  return (await read(line, answer, modelListShape, 'list of models')).data
}

/** `POST /video/quote`: the price in µUSD at this moment. Free. @throws VeniceError */
export async function quoteVideo(line: Line, request: PricingRequest, signal?: AbortSignal): Promise<number> {
  const answer = await line.post('/video/quote', toQuoteBody(request), signal)
  return (await read(line, answer, quoteShape, 'price')).quote
}

/** `GET /billing/balance`. @throws VeniceError */
export async function readBalance(line: Line, signal?: AbortSignal): Promise<Balance> {
  const told = await read(line, await line.ask('/billing/balance', signal), balanceShape, 'balance')
  const { usd: usdMicro, diem: diemMicro } = told.balances
  return { canConsume: told.canConsume, currency: told.consumptionCurrency, usdMicro, diemMicro }
}

interface Refusal {
  code: VeniceErrorCode
  why: string
  remedy: string
}

const REFUSALS: Record<number, Refusal> = {
  400: { code: 'venice-invalid', why: 'it does not accept these settings', remedy: 'Change them and try again.' },
  401: { code: 'venice-unauthorized', why: 'it does not accept the API key', remedy: 'Check the key in Settings.' },
  402: { code: 'venice-balance', why: 'the balance is too low', remedy: 'Add credit at Venice.' },
  403: { code: 'venice-region', why: 'it does not offer this model in your region', remedy: 'Choose another model.' },
  404: { code: 'venice-not-found', why: 'it does not know this model', remedy: 'Choose another model.' },
  410: { code: 'venice-not-found', why: 'it no longer has this model', remedy: 'Choose another model.' },
  422: { code: 'venice-policy', why: 'its content policy refuses this', remedy: 'Change the settings and try again.' },
  429: { code: 'venice-limited', why: 'too many requests were made', remedy: 'Wait a moment.' },
}

const TROUBLE: Refusal = { code: 'venice-troubled', why: 'it is in trouble', remedy: 'Try again in a moment.' }

/** The body of an answer in the shape it must have. `wanted` goes into the sentence: "price". @throws VeniceError */
export async function read<T>(line: Line, answer: Exchange, shape: z.ZodType<T>, wanted: string): Promise<T> {
  if (answer.kind === 'unanswered') throw unanswered(wanted, answer.cause)
  const reply = await readReply(answer, line)
  if (reply.status !== 200) throw refused(line, reply, wanted)
  const parsed = shape.safeParse(reply.json)
  if (parsed.success) return parsed.data
  const sentence = `Venice’s answer about the ${wanted} cannot be read. Nothing was spent. Try again in a moment.`
  throw new VeniceError('venice-unreadable', sentence, { cause: reply.trouble })
}

function unanswered(wanted: string, cause: string): VeniceError {
  if (cause === 'stopped') {
    return new VeniceError('venice-stopped', `Asking Venice for the ${wanted} was stopped. Nothing was spent.`, {
      cause,
    })
  }
  const sentence = `Venice could not be reached for the ${wanted}. Nothing was spent. Check the connection, then try again.`
  return new VeniceError('venice-unreachable', sentence, { cause })
}

function refused(line: Line, { status, json, said, trouble }: Reply, wanted: string): VeniceError {
  const { sentence: words, issues } = complaintOf(json, line.redact)
  const { code, why, remedy } = REFUSALS[status] ?? TROUBLE
  const told = words === null ? '' : ` Venice says: “${words}”`
  const sentence = `Venice gave no ${wanted}: ${why}. Nothing was spent. ${remedy}${told}`
  return new VeniceError(code, sentence, { cause: trouble, issues, retryAt: said.retryAt })
}
