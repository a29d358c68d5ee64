import { type Answer, json } from '../answer'
import type { Context } from '../context'
import { pricedByQuote, priceOf } from '../price'
import type { Asked } from '../request'
import { modelFor } from '../rules/model'
import { parseBody } from '../rules/parse'
import { checkQuote } from '../rules/queue'
import { quoteRequest } from '../rules/schema'

/** `POST /video/quote`: USD, free of charge. */
export function quoteVideo(context: Context, asked: Asked): Answer {
  const body = parseBody(quoteRequest, asked.raw)
  const model = modelFor(context.catalogue, body.model, context.now())
  checkQuote(model, body)
  const microUsd = priceOf(model, pricedByQuote(body), context.prices.factor(body.model))
  return json({ quote: microUsd / 1e6 })
}
