import { z } from 'zod'
import { type Answer, json, refuse } from './answer'
import { billingOrder } from './billing'
import type { Context } from './context'
import type { FaultBook } from './faults/book'
import { faultOrder } from './faults/schema'
import { LEAST_PADDING } from './footage/clip'
import type { Asked } from './request'
import type { RequestLog } from './request-log'
import { stateOf } from './routes/retrieve'
import { parseBody } from './rules/parse'

/** What only the control path reaches. */
export interface Controls {
  faults: FaultBook
  log: RequestLog
}

type Control = (context: Context, controls: Controls, asked: Asked) => Answer

const priceOrder = z.strictObject({ factor: z.number().positive(), model: z.string().optional() })
const balanceOrder = z.strictObject({ usd: z.number().min(0) })
const modelOrder = z.strictObject({ id: z.string(), patch: z.record(z.string(), z.unknown()) })
/** Just short of what the size of a box can say. */
const MOST_PADDING = 4_000_000_000
const footageOrder = z.strictObject({
  padBytes: z.union([z.literal(0), z.int().min(LEAST_PADDING).max(MOST_PADDING)]),
})
const limitsOrder = z.strictObject({ queue: z.int().min(1).optional(), retrieve: z.int().min(1).optional() })
const speedOrder = z.strictObject({ speed: z.number().positive() })

/** `/sandbox/*`: how tests order faults, look at the books and turn the market. Never part of the API. */
const CONTROLS: Record<string, Control> = {
  'POST /sandbox/faults': (_, { faults }, asked) => {
    faults.add(parseBody(faultOrder, asked.raw))
    return json({ faults: faults.list() })
  },
  'GET /sandbox/faults': (_, { faults }) => json(faults.list()),
  'DELETE /sandbox/faults': (_, { faults }) => {
    faults.clear()
    return json({ faults: [] })
  },
  'GET /sandbox/books': (context) => json({ books: context.books }),
  'GET /sandbox/ledger': (context) => json(context.ledger.lines()),
  'GET /sandbox/requests': (_, { log }) => json(log.list()),
  'GET /sandbox/jobs': (context) => json(context.jobs.all().map((job) => jobView(context, job))),
  'POST /sandbox/price': (context, _, asked) => {
    const { factor, model } = parseBody(priceOrder, asked.raw)
    context.prices.set(factor, model)
    return json({ factor, model })
  },
  'POST /sandbox/balance': (context, _, asked) => {
    const { usd } = parseBody(balanceOrder, asked.raw)
    context.ledger.setBalance(Math.round(usd * 1e6))
    return json({ usd })
  },
  'POST /sandbox/usage': (context, _, asked) => {
    const order = parseBody(billingOrder, asked.raw)
    context.billing.order(order, context.now())
    return json(order)
  },
  'POST /sandbox/models': (context, _, asked) => {
    const { id, patch } = parseBody(modelOrder, asked.raw)
    if (!context.catalogue.patch(id, patch)) throw refuse(404, `No model ${id}`)
    return json(context.catalogue.find(id)?.entry)
  },
  'POST /sandbox/speed': (context, _, asked) => {
    const { speed } = parseBody(speedOrder, asked.raw)
    changeSpeed(context, speed)
    return json({ speed })
  },
  'POST /sandbox/footage': (context, _, asked) => {
    const { padBytes } = parseBody(footageOrder, asked.raw)
    context.studio.paddingBytes = padBytes
    return json({ padBytes })
  },
  'POST /sandbox/limits': (context, _, asked) => {
    const limits = parseBody(limitsOrder, asked.raw)
    context.limits.grant(limits)
    return json(limits)
  },
  'DELETE /sandbox/limits': (context) => {
    context.limits.forget()
    return json({})
  },
}

/** Answers a control call. The header keeps web pages out: a page cannot send it across origins unasked. */
export function control(context: Context, controls: Controls, asked: Asked): Answer {
  if (asked.headers['x-sandbox-control'] !== '1') throw refuse(403, 'x-sandbox-control: 1 is required')
  const found = CONTROLS[`${asked.method} ${asked.path}`]
  if (!found) throw refuse(404, 'No such control')
  return found(context, controls, asked)
}

function jobView(context: Context, job: Parameters<typeof stateOf>[1]) {
  const { queueId, model, footage, microUsd, downloads } = job
  return {
    queueId,
    model,
    prompt: footage.prompt,
    microUsd,
    acceptedAt: new Date(job.acceptedAt).toISOString(),
    finishesAt: new Date(job.finishesAt).toISOString(),
    state: stateOf(context, job),
    downloads,
  }
}

/** New jobs take the new speed; what is left of the running ones shrinks or grows with it. */
function changeSpeed(context: Context, speed: number): void {
  const now = context.now()
  for (const job of context.jobs.all()) {
    if (stateOf(context, job) !== 'processing') continue
    context.jobs.reschedule(job.queueId, now + Math.round(((job.finishesAt - now) * context.speed) / speed))
  }
  context.speed = speed
}
