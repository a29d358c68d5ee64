import 'server-only'
import * as z from 'zod'

const told = z.string().trim().min(1)
// Nothing here takes a day: a larger number is a mistake, and would silence the asking.
const DAY = 86_400_000
const milliseconds = z.number().nonnegative().max(DAY).transform(Math.round).nullable().catch(null).default(null)
// Amounts arrive as JSON numbers of dollars; from here on money is whole millionths, rounded to the nearest.
const micro = z.number().transform((amount) => Math.round(amount * 1_000_000))
const balance = micro.nullable().catch(null).default(null)

/** `POST /video/queue`, 200. Only the id decides: without it nothing can ever be asked for. */
export const queuedShape = z.looseObject({
  queue_id: told,
  model: told.nullable().catch(null).default(null),
  download_url: told.nullable().catch(null).default(null),
})

/** `POST /video/queue`, 409. */
export const consentShape = z.looseObject({
  error: z.looseObject({ code: z.literal('needs_consent') }),
  consent: z.looseObject({ consent_version: told, policy_text: told }),
  face_media_roles: z.array(z.string()).catch([]).default([]),
  docs_url: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .catch(null)
    .default(null),
})

/** `POST /video/transcriptions`, 200 as JSON. A video without speech has an empty one. */
export const transcriptShape = z.looseObject({
  transcript: z.string(),
  lang: told.max(40).nullable().catch(null).default(null),
})

/** `POST /video/retrieve`, 200 as JSON. */
export const progressShape = z.looseObject({
  status: z.string().transform((status) => status.toUpperCase()),
  average_execution_time: milliseconds,
  execution_duration: milliseconds,
})

/** `POST /video/complete`, 200. */
export const completedShape = z.looseObject({ success: z.literal(true) })

/** `POST /video/quote`, 200. */
export const quoteShape = z.looseObject({ quote: z.number().nonnegative().max(1_000_000).pipe(micro) })

/** `GET /models`, 200. The entries are for `lib/models` to digest. */
export const modelListShape = z.looseObject({ data: z.array(z.unknown()) })

/** `GET /billing/balance`, 200. */
export const balanceShape = z.looseObject({
  canConsume: z.boolean(),
  consumptionCurrency: z.string().nullable().catch(null).default(null),
  balances: z
    .looseObject({ usd: balance, diem: balance })
    .catch({ usd: null, diem: null })
    .default({ usd: null, diem: null }),
})

const amount = z.union([z.number(), z.string().trim().min(1).transform(Number)]).pipe(z.number().min(-1e9).max(1e9))
const side = amount.nullable().catch(null).default(null)

/** One entry of `GET /billing/usage-history`. */
export const usageEntryShape = z.looseObject({
  sku: told,
  amount: amount.pipe(micro),
  currency: told.transform((currency) => currency.toUpperCase()),
  timestamp: told.transform((text) => Date.parse(text)).pipe(z.number().int()),
  notes: z.string().max(500).catch('').default(''),
  pricePerUnitUsd: side,
  units: side,
})

/** `GET /billing/usage-history`, 200. The entries are read one by one. */
export const usagePageShape = z.looseObject({
  data: z.array(z.unknown()),
  nextCursor: told.max(512).nullable().default(null),
})
