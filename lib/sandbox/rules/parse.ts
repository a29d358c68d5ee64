import type { z } from 'zod'
import { refuse, refuseInvalid } from '../answer'
import { issuesOf } from './issue'

/** A JSON body checked against its schema. Throws the 400 of malformed JSON, or the 400 that lists every issue. */
export function parseBody<T>(schema: z.ZodType<T>, raw: Buffer): T {
  let value: unknown
  try {
    value = JSON.parse(raw.toString('utf8'))
  } catch {
    throw refuse(400, 'Invalid JSON in request body')
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw refuseInvalid(issuesOf(parsed.error))
  return parsed.data
}
