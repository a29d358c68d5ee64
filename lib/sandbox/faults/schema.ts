import { z } from 'zod'
import { ROUTE_NAMES } from '../routes'

const when = z.enum(['before', 'after'])
const headers = z.record(z.string(), z.string()).optional()
const body = z.enum(['right', 'empty', 'html', 'cut-json', 'wrong-type', 'huge-json'])
const bytes = z.int().min(0)

/**
 * What goes wrong. `before` is before anything was done; `after` is once the call has had its effect (the charge, the
 * deletion). `status` stands before, or after when it is a 2xx, unless `when` says otherwise. `raw` is written to the
 * socket as it stands, one byte a character, for what no HTTP library sends; `{answer}` in it is the true answer's JSON
 * and `{length}` how many bytes that has.
 */
export const faultSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('status'),
    status: z.int().min(200).max(599),
    body: body.default('right'),
    headers,
    when: when.optional(),
  }),
  z.strictObject({
    kind: z.literal('status-after'),
    status: z.int().min(200).max(599).default(502),
    body: body.default('html'),
    headers,
  }),
  z.strictObject({ kind: z.literal('reset'), when: when.default('before') }),
  z.strictObject({ kind: z.literal('stall'), when: when.default('before') }),
  z.strictObject({ kind: z.literal('delay'), ms: z.number().min(0) }),
  z.strictObject({ kind: z.literal('no-queue-id') }),
  z.strictObject({
    kind: z.literal('raw'),
    text: z.string(),
    ending: z.enum(['close', 'reset', 'hang']).default('close'),
    when: when.default('after'),
  }),
  z.strictObject({ kind: z.literal('cut-body'), at: bytes }),
  z.strictObject({ kind: z.literal('stall-body'), at: bytes }),
  z.strictObject({ kind: z.literal('drip'), bytes: z.int().min(1).default(1_024), everyMs: z.number().default(100) }),
  z.strictObject({ kind: z.literal('garbage-media'), bytes: bytes.default(65_536) }),
  /** The whole clip, and so many bytes behind it that belong to nothing. */
  z.strictObject({ kind: z.literal('garbage-after'), bytes: bytes.default(64) }),
])

export type Fault = z.infer<typeof faultSchema>
export type FaultBody = z.infer<typeof body>

/** One order: the next `times` matching calls after the first `skip` go wrong. */
export const faultOrder = z.strictObject({
  on: z.enum(ROUTE_NAMES),
  fault: faultSchema,
  times: z.int().min(1).default(1),
  skip: z.int().min(0).default(0),
  match: z
    .strictObject({
      model: z.string().optional(),
      promptIncludes: z.string().optional(),
      duration: z.string().optional(),
      queueId: z.string().optional(),
    })
    .default({}),
  /** Ordered failures are the tester's doing: they count towards the key's block only when this says so. */
  countsAsFailure: z.boolean().default(false),
})

export type FaultOrder = z.infer<typeof faultOrder>
