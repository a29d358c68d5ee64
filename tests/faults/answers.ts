/** The fifteen of the vendor's page, and those that a proxy in between may add. */
const STATUSES = [
  400, 401, 402, 403, 404, 409, 410, 413, 415, 422, 429, 500, 502, 503, 504, 200, 201, 204, 206, 301, 304, 307, 308,
  408, 418, 451, 520,
] as const

const BODIES = ['right', 'empty', 'html', 'cut-json', 'wrong-type', 'huge-json'] as const
export type Body = (typeof BODIES)[number]

/** A status with a body, or a connection that gives neither. */
export type Answer =
  | { kind: 'status'; status: number; body: Body }
  | { kind: 'reset' | 'stall'; when: 'before' | 'after' }

/** Whether the call came out as it should. */
export const isSound = (answer: Answer) => answer.kind === 'status' && answer.status < 300 && answer.body === 'right'

const SILENCES: Answer[] = (['reset', 'stall'] as const).flatMap((kind) =>
  (['before', 'after'] as const).map((when) => ({ kind, when })),
)

/** Every status with every body, and every silence. */
export const ANSWERS: Answer[] = [
  ...STATUSES.flatMap((status) => BODIES.map((body) => ({ kind: 'status' as const, status, body }))),
  ...SILENCES,
]

export const nameOf = (answer: Answer) =>
  answer.kind === 'status' ? `${answer.status} ${answer.body}` : `${answer.kind} ${answer.when}`
